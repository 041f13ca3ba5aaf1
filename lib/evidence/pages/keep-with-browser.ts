import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import type { CaptureAnswer } from '@/lib/domain/captures/capture'
import { Refusal } from '@/lib/domain/refusal'
import { explainDisk } from '../files/disk'
import type { Way } from '../outgoing/checked-addresses'
import { readAddress } from '../outgoing/destination'
import { inMegabytes } from '../outgoing/limits'
import { startOutgoingProxy } from '../outgoing/proxy/outgoing-proxy'
import { WARC_NAME, WarcFile } from './archive/warc-file'
import { writeWacz } from './archive/write-wacz'
import { findBrowser } from './find-browser'
import { PAGE_LIMITS, type PageLimits } from './limits'
import type { Recorder } from './recorder'
import { type Keeping, visit } from './visit'
import { refusedAt, whyNot } from './why-not'

/** Where the browser may go, and what it may cost. */
export interface KeepOptions extends Way {
  signal?: AbortSignal
  limits?: Partial<PageLimits>
}

/** A page as it was kept. Its files are in a folder of their own; `discard` removes it once they are stored elsewhere. */
export interface KeptPage {
  /** A WACZ (1.1.1) with all that the page loaded. */
  archive: string
  /** A PNG of the whole page, 1280 pixels wide; null where none could be made. */
  screenshot: string | null
  /** The page as it stood once it was loaded. */
  html: string
  finalAddress: string
  answers: CaptureAnswer[]
  /** What of it could not be kept, in sentences; empty where all was. */
  lacks: string
  discard: () => Promise<void>
}

/**
 * Keeps a page with all that it loads, as a browser shows it to somebody who was never there before: without cookies,
 * with whatever banner covers it, scrolled through once. The browser reaches the outside through Stet's own way out alone
 * and is ended at its limits; what had come by then is kept. Refuses a page that did not come, in words about `address`,
 * and gives null where no browser is installed. Fails with the signal's reason once that is raised.
 */
export async function keepWithBrowser(
  address: string,
  { signal, limits: given, ...way }: KeepOptions = {},
): Promise<KeptPage | null> {
  signal?.throwIfAborted()
  const url = readAddress(address).href
  const program = findBrowser()
  if (!program) return null
  const limits = { ...PAGE_LIMITS, ...given }
  const folder = await mkdtemp(path.join(tmpdir(), 'stet-page-'))
  const discard = () => rm(folder, { recursive: true, force: true })
  try {
    const { bytes, requests } = limits
    const proxy = await startOutgoingProxy({ ...way, limits: { bytes, requests: requests + 1 } })
    const kept = await keep(url, { program, folder, limits, proxy, signal }).finally(proxy.close)
    return { ...kept, discard }
  } catch (error) {
    await discard()
    throw signal?.aborted ? signal.reason : explained(error)
  }
}

async function keep(url: string, keeping: Keeping & { folder: string }) {
  const { folder, limits, proxy } = keeping
  const warcPath = path.join(folder, WARC_NAME)
  const warc = await WarcFile.create(warcPath)
  const { recorder, seen, notes } = await visit(url, { ...keeping, warc }).finally(warc.end)
  if (recorder.problem) throw recorder.problem
  const page = recorder.answers.findLast(({ status }) => status < 300 || status > 399)
  const html = seen.html ?? recorder.served
  if (!page || html === null) throw nothingOf(url, notes, keeping)
  const { address, at } = page
  const archive = path.join(folder, 'page.wacz')
  const about = { address, at, title: seen.title }
  await writeWacz(archive, { page: about, warc: warc.written(), warcPath })
  await rm(warcPath)
  const screenshot = seen.screenshot && path.join(folder, 'page.png')
  if (screenshot && seen.screenshot) await writeFile(screenshot, seen.screenshot, { mode: 0o600 })
  return {
    ...{ archive, screenshot, html, finalAddress: seen.address ?? address },
    answers: answersOf(recorder),
    lacks: [...notes, ...missing(recorder, proxy.traffic, limits)].join(' '),
  }
}

/** Only the last answer brings its headers. */
function answersOf({ answers }: Recorder): CaptureAnswer[] {
  return answers.map(({ headers, ...answer }, index) =>
    index === answers.length - 1 ? { ...answer, headers } : answer,
  )
}

/** What did not come, or came and could not be kept, a sentence each. */
function missing(recorder: Recorder, traffic: { bytes: number }, limits: PageLimits): string[] {
  const { failed, unkept, requests, open } = recorder
  const sentences: [boolean, string][] = [
    [
      requests > limits.requests,
      `It asked for more than ${limits.requests.toLocaleString('en')} things and was given no more.`,
    ],
    [traffic.bytes > limits.bytes, `It was given no more after ${inMegabytes(limits.bytes)}.`],
    [failed > 0, `${things(failed)} that it asked for did not come.`],
    [unkept + open > 0, `${things(unkept + open)} that it loaded could not be kept.`],
  ]
  return sentences.flatMap(([isSo, sentence]) => (isSo ? [sentence] : []))
}

const things = (count: number) =>
  count === 1 ? 'One thing' : `${count.toLocaleString('en')} things`

/** Why there is nothing to keep, where the browser itself had no word for it. */
function nothingOf(address: string, notes: string[], { proxy, limits }: Keeping): Refusal {
  const { refused } = proxy.traffic
  const told = refusedAt(address, refused)
  if (told) return told
  if (notes.length === 0) return whyNot('', { address, refused, time: limits.time })
  const message = `Nothing of this page could be kept. ${notes.join(' ')}`
  return new Refusal('unavailable', message, { address: message })
}

/** What went wrong, about the address that was asked for. */
function explained(error: unknown): unknown {
  const told = explainDisk(error)
  return told instanceof Refusal && !told.fields.address
    ? new Refusal(told.reason, told.message, { address: told.message })
    : told
}
