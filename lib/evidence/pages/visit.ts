import { inMegabytes, inSeconds } from '../outgoing/limits'
import type { OutgoingProxy } from '../outgoing/proxy/outgoing-proxy'
import type { WarcFile } from './archive/warc-file'
import { Ended } from './browser/dev-tools'
import { type Browser, notStarted, startBrowser } from './browser/start-browser'
import type { PageLimits } from './limits'
import { Recorder } from './recorder'
import { NOTHING_SEEN, NotArrived, type Seen, Tab } from './tab'
import { refusedAt, whyNot } from './why-not'
import { LATE, within } from './within'

/** With which browser, and by which way, a page is kept. */
export interface Keeping {
  program: string
  limits: PageLimits
  proxy: OutgoingProxy
  signal?: AbortSignal
}

export interface Visited {
  recorder: Recorder
  seen: Seen
  /** What the reader should know of how it was kept, a sentence each. */
  notes: string[]
}

/**
 * Opens a page in a browser of its own, which is gone afterwards whatever happens, and writes what it was answered to a
 * WARC. Comes back with what there was when a limit ended it; refuses a page that did not come.
 */
export async function visit(
  url: string,
  { program, limits, proxy, signal, warc }: Keeping & { warc: WarcFile },
): Promise<Visited> {
  const { refused } = proxy.traffic
  const isRefused = (address: string) => refusedAt(address, refused) !== null
  const recorder = new Recorder(warc, limits, { isRefused, tooMany: () => tab.shut() })
  const tab = new Tab({ recorder, proxy, limits })
  const browser = await startBrowser({
    ...{ program, proxy: proxy.server, memory: limits.memory },
    heard(event, devTools) {
      tab.hear(event, devTools)
      recorder.hear(event, devTools)
    },
  })
  const end = () => browser.devTools.end()
  signal?.addEventListener('abort', end)
  const notes = browser.isSandboxed ? [] : ['It was opened in a browser without a sandbox.']
  let [isOpen, seen] = [false, NOTHING_SEEN]
  const look = async () => {
    await tab.open(browser.devTools)
    isOpen = true
    notes.push(...(await tab.go(url)))
    seen = await tab.look()
    await recorder.written()
  }
  try {
    const ended = await within(limits.time, look())
    if (ended === LATE) notes.push(`It was ended after ${inSeconds(limits.time)}.`)
  } catch (error) {
    if (error instanceof NotArrived) {
      throw whyNot(error.message, { address: url, refused, time: limits.time / 2 })
    }
    if (!(error instanceof Ended)) throw error
    if (!isOpen && !signal?.aborted) {
      await browser.end()
      throw notStarted(browser.said())
    }
    notes.push(whyEnded(browser, limits))
  } finally {
    signal?.removeEventListener('abort', end)
    await browser.end()
    await recorder.written()
  }
  signal?.throwIfAborted()
  return { recorder, seen, notes: [...notes, ...seen.notes] }
}

function whyEnded(browser: Browser, { memory }: PageLimits): string {
  return browser.tookTooMuch()
    ? `It took more than ${inMegabytes(memory)} of memory and was ended.`
    : 'The browser broke down over it.'
}
