import { rm, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { CaptureAnswer, CaptureFacts } from '@/lib/domain/captures/capture'
import { Refusal } from '@/lib/domain/refusal'
import type { HashedFile } from '../files/kept-file'
import type { AllowedHost } from '../outgoing/checked-addresses'
import { type KeptPage, keepWithBrowser } from '../pages/keep-with-browser'
import { type FetchedPage, fetchPage } from './fetch-page'
import { lookAt, readWords } from './what-arrived'

/** A page or file as it was seen at an address, on our own disk until it is discarded. */
export interface SeenPage {
  /** What the site answered with, byte for byte. */
  original: HashedFile
  mediaType: string
  /** A file name to save it under. */
  name: string
  answers: CaptureAnswer[]
  text: string | null
  facts: CaptureFacts
  /** What a browser made of it; null where none saw it. */
  browser: { archive: MadeFile; screenshot: MadeFile | null } | null
  /** What of it could not be had, in sentences; empty where all was. */
  lacks: string
  /** Removes what is left of it on the disk. */
  discard: () => Promise<void>
}

/** A file of our own making; `bytes` is its length. */
export interface MadeFile {
  path: string
  bytes: number
}

export interface SeeOptions {
  /** Where what comes is written. */
  folder: string
  allowed: readonly AllowedHost[]
  signal: AbortSignal
  report: (percent: number, sentence: string) => void
  /** Whether a page is opened in a browser too; it is, unless this says no. */
  opens?: boolean
}

/**
 * Sees what is at an address: its bytes, its readable text and every answer on the way; of a page also all that it loads
 * and a picture of it, where a browser is installed that can show it. Without one, `lacks` says so. Refuses what does not
 * come, is empty, or would harm whoever opens it; then nothing stays on the disk.
 */
export async function seePage(address: string, options: SeeOptions): Promise<SeenPage> {
  const { folder, allowed, signal, report } = options
  report(5, `Asking ${hostOf(address)} for the page`)
  const page = await fetchPage(address, { folder, allowed, signal })
  const begun = [() => rm(page.file.path, { force: true })]
  const discard = async () => {
    for (const each of begun) await each()
  }
  try {
    return { ...(await seen(address, page, { ...options, begun })), discard }
  } catch (error) {
    await discard()
    throw error
  }
}

type Seeing = SeeOptions & { begun: (() => Promise<void>)[] }

async function seen(address: string, page: FetchedPage, { begun, ...options }: Seeing) {
  const { signal, report } = options
  const { name, address: url, file } = page
  if (file.bytes === 0) throw new Refusal('invalid', 'The site answered with nothing.')
  const served = await lookAt(file.path, { name, mediaType: page.mediaType, url })
  signal.throwIfAborted()
  const { mediaType, text, facts } = served
  const plain = { original: file, name, mediaType, answers: page.answers, text, facts }
  if (!/html/.test(mediaType) || options.opens === false) {
    return { ...plain, browser: null, lacks: '' }
  }

  report(20, 'Opening it in a browser')
  const shown = await inBrowser(address, options)
  if (typeof shown === 'string') {
    return { ...plain, browser: null, lacks: `${shown} ${ALONE}` }
  }
  begun.push(shown.discard)
  report(70, 'Reading its words')
  const { archive, screenshot, answers, lacks } = shown
  return {
    ...{ ...plain, ...(await wordsOf(shown)), answers, lacks },
    browser: {
      archive: await madeFile(archive),
      screenshot: screenshot === null ? null : await madeFile(screenshot),
    },
  }
}

const ALONE =
  'Kept are the page itself, its words and its headers, without pictures and what else it loaded.'

/** The page as a browser shows it, or why none does, in a sentence. */
async function inBrowser(
  address: string,
  { allowed, signal }: SeeOptions,
): Promise<KeptPage | string> {
  try {
    const shown = await keepWithBrowser(address, { allowed, signal })
    if (!shown) return 'No browser is installed where Stet runs.'
    const status = shown.answers.at(-1)?.status ?? 0
    if (status >= 200 && status <= 299) return shown
    await shown.discard()
    return `When a browser asked, the site answered with no page (${status}).`
  } catch (error) {
    if (signal.aborted || !(error instanceof Refusal)) throw error
    return error.message
  }
}

/** The words of the page as it stood in the browser; as it was served, where it shows none there. */
async function wordsOf({ html, archive, finalAddress: url }: KeptPage) {
  const name = 'page.html'
  const file = path.join(path.dirname(archive), name)
  // The mark says UTF-8, whatever the page says of itself (HTML Standard, 13.2.3.2).
  await writeFile(file, `\uFEFF${html}`, { mode: 0o600 })
  const { text, facts } = await readWords(file, { name, mediaType: 'text/html', url })
  return text === null ? {} : { text, facts }
}

async function madeFile(file: string): Promise<MadeFile> {
  return { path: file, bytes: (await stat(file)).size }
}

function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return 'the site'
  }
}
