import path from 'node:path'
import type { CaptureAnswer } from '@/lib/domain/captures/capture'
import { Refusal } from '@/lib/domain/refusal'
import { writeIncoming } from '../files/incoming'
import type { HashedFile } from '../files/kept-file'
import type { AllowedHost } from '../outgoing/checked-addresses'
import { fetchOutside, type OutsideAnswer } from '../outgoing/fetch-outside'
import type { Limits } from '../outgoing/limits'

/** What a site answered with, on our own disk; whoever asked removes it. */
export interface FetchedPage {
  file: HashedFile
  /** As the site calls it (RFC 9110, 8.3), without parameters. */
  mediaType: string
  /** A file name to save it under. */
  name: string
  /** Where it was in the end. */
  address: string
  /** Every answer on the way there; of the last one with its headers. */
  answers: CaptureAnswer[]
}

/** A site answered, and with no page: the HTTP status (RFC 9110), and in a sentence what that means. */
export class NotShown extends Refusal {
  constructor(readonly status: number) {
    const message = `The site answered ${said(status)} (${status}).`
    super(mayPass(status) ? 'unavailable' : 'invalid', message, { address: message })
  }
}

/**
 * Asks for a page or file outside and writes what comes into this folder. Refuses where the site answers that it has no
 * such page, or does not show it; `unavailable` where that may pass.
 */
export async function fetchPage(
  address: string,
  {
    folder,
    ...way
  }: {
    folder: string
    allowed: readonly AllowedHost[]
    signal: AbortSignal
    limits?: Partial<Limits>
  },
): Promise<FetchedPage> {
  const answer = await fetchOutside(address, { ...way, headers: { accept: ACCEPTED } })
  if (answer.status < 200 || answer.status > 299) {
    answer.body.destroy()
    throw new NotShown(answer.status)
  }
  const file = await writeIncoming(answer.body, folder)
  const [mediaType = ''] = (answer.headers['content-type'] ?? '').split(';')
  const type = mediaType.trim().toLowerCase() || 'application/octet-stream'
  return {
    ...{ file, mediaType: type, name: nameOf(answer.address, type), address: answer.address },
    answers: answersOf(answer),
  }
}

const ACCEPTED = 'text/html,application/xhtml+xml,application/pdf;q=0.9,*/*;q=0.8'

const mayPass = (status: number) => status >= 500 || PASSING.includes(status)

/** Too soon or too often: RFC 9110, 15.5.9; RFC 8470; RFC 6585. */
const PASSING = [408, 425, 429]

const said = (status: number) =>
  WORDS[status] ?? (status >= 500 ? 'that something went wrong there' : 'with no page')

const WORDS: Record<number, string> = {
  401: 'that the page is behind a log-in. Save it yourself and bring the file',
  403: 'that it does not show the page to Stet. Save it yourself and bring the file',
  404: 'that there is no such page',
  410: 'that the page is gone',
  429: 'that it was asked too often',
  451: 'that the law keeps it from showing the page',
  503: 'that it is not available at the moment',
}

function answersOf(answer: OutsideAnswer): CaptureAnswer[] {
  const headers = Object.entries(answer.headers).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, Array.isArray(value) ? value.join('\n') : value] as const],
  )
  const last = { address: answer.address, status: answer.status, at: answer.time.toISOString() }
  return [
    ...answer.redirects.map(({ address, status, time }) => {
      return { address, status, at: time.toISOString() }
    }),
    { ...last, headers: Object.fromEntries(headers) },
  ]
}

/** By the host and the last part of the path, with an ending that says what it is. */
function nameOf(address: string, mediaType: string): string {
  const { hostname, pathname } = new URL(address)
  const last = pathname.split('/').filter(Boolean).at(-1) ?? ''
  const { name, ext } = path.parse(last.replace(/[^\w.-]+/g, '-'))
  const ending = ENDINGS[mediaType] ?? ext
  const stem = [hostname.replace(/[^\w.-]+/g, '-'), name].filter(Boolean).join('-')
  return `${stem.slice(0, 150)}${ending.slice(0, 20)}`
}

const ENDINGS: Record<string, string> = {
  'text/html': '.html',
  'application/xhtml+xml': '.xhtml',
  'application/pdf': '.pdf',
  'text/plain': '.txt',
  'text/csv': '.csv',
  'image/png': '.png',
  'image/jpeg': '.jpg',
}
