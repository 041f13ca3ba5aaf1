import { setTimeout as delay } from 'node:timers/promises'
import type { OutgoingProxy } from '../outgoing/proxy/outgoing-proxy'
import { type BrowserEvent, type DevTools, Ended } from './browser/dev-tools'
import { IS_INERT, isPageRead, NO_SERVICE_WORKERS, READ_PAGE, scrollThrough } from './in-page'
import type { PageLimits } from './limits'
import type { Recorder } from './recorder'
import { LATE, within } from './within'

/** What was seen of a page; null for what could not be had. */
export interface Seen {
  html: string | null
  title: string
  /** Where the browser was in the end. */
  address: string | null
  screenshot: Buffer | null
  /** What the page did that its reader should know of, a sentence each. */
  notes: string[]
}

interface Visit {
  recorder: Recorder
  proxy: OutgoingProxy
  limits: PageLimits
}

/** A page did not come; the browser's name for why: `net::ERR_…`. */
export class NotArrived extends Error {}

/** Of the window, in CSS pixels. */
const WIDTH = 1280
const HEIGHT = 900

/** Of one thing that a page loads, in bytes once decoded. */
const LARGEST_BODY = 50_000_000

/** Milliseconds without a question after which a page is still. */
const STILL = 300
/** The same of a page in which nothing can act by itself: what is seen of it is asked for at once. */
const STILL_INERT = 40
/** Milliseconds that a page may take to say whether it is such a one. */
const ASKED = 1_000

/** Milliseconds that the first greeting may take. */
const GREETING = 5_000

const AS_SERVED = 'Its text is taken from the page as it was served.'
const NO_SCREENSHOT = 'There is no screenshot.'

export const NOTHING_SEEN: Seen = {
  ...{ html: null, title: '', address: null, screenshot: null },
  notes: [AS_SERVED, NO_SCREENSHOT],
}
const CRASHED = 'The page broke the browser before all of it was kept.'

/** A browser's tab with one page in it, which can open no other, save nothing and ask nobody anything. */
export class Tab {
  #devTools: DevTools | null = null
  #session = ''
  #target = ''
  #sessions = new Set<string>()
  #isLoaded = false
  #isCrashed = false
  #isShut = false

  /** How long the page has to ask for nothing, in milliseconds. */
  #stillFor = STILL

  constructor(private readonly visit: Visit) {}

  hear(event: BrowserEvent, devTools: DevTools): void {
    const { username, password } = this.visit.proxy
    const { method, params, sessionId } = event
    if (method === 'Page.loadEventFired' && sessionId === this.#session) this.#isLoaded = true
    if (method === 'Target.targetCrashed' && params.targetId === this.#target) {
      this.#isCrashed = true
      devTools.drop(this.#session)
    }
    if (method === 'Page.javascriptDialogOpening') {
      devTools.tell('Page.handleJavaScriptDialog', { accept: false }, sessionId)
    }
    if (method === 'Target.targetCreated' && params.targetInfo.type === 'page') {
      const { targetId } = params.targetInfo
      if (this.#target && targetId !== this.#target)
        devTools.tell('Target.closeTarget', { targetId })
    }
    if (method === 'Target.attachedToTarget' && sessionId) this.#join(params.sessionId, devTools)
    if (method === 'Fetch.requestPaused') devTools.tell('Fetch.continueRequest', params, sessionId)
    if (method === 'Fetch.authRequired') {
      const credentials = { response: 'ProvideCredentials' as const, username, password }
      const { requestId } = params
      const answer = { requestId, authChallengeResponse: credentials }
      devTools.tell('Fetch.continueWithAuth', answer, sessionId)
    }
  }

  /** Opens an empty tab, in a profile that is kept in memory alone. */
  async open(devTools: DevTools): Promise<void> {
    this.#devTools = devTools
    const context = await devTools.send('Target.createBrowserContext', { disposeOnDetach: true })
    const { browserContextId } = context
    await devTools.send('Browser.setDownloadBehavior', { behavior: 'deny', browserContextId })
    const blank = { url: 'about:blank', browserContextId }
    const { targetId } = await devTools.send('Target.createTarget', blank)
    const attached = await devTools.send('Target.attachToTarget', { targetId, flatten: true })
    this.#session = attached.sessionId
    this.#target = targetId
    const { deviceScaleFactor, mobile } = { deviceScaleFactor: 1, mobile: false }
    const size = { width: WIDTH, height: HEIGHT, deviceScaleFactor, mobile }
    this.#join(this.#session, devTools)
    await Promise.all([
      this.#send('Emulation.setDeviceMetricsOverride', size),
      this.#send('Network.setBypassServiceWorker', { bypass: true }),
      devTools.send('Target.setDiscoverTargets', { discover: true }),
    ])
    await this.#greetProxy()
  }

  /** Goes to an address and stays until the page is still, at most half the time. Refuses with `NotArrived`. */
  async go(address: string): Promise<string[]> {
    const { recorder, limits } = this.visit
    recorder.watch(this.#target)
    const going = this.#send('Page.navigate', { url: address })
    const gone = await within(limits.time / 2, going)
    if (gone === LATE) throw new NotArrived('net::ERR_TIMED_OUT')
    if (gone.isDownload) throw new NotArrived('download')
    if (gone.errorText) throw new NotArrived(gone.errorText)
    const isLoaded = await this.#until(() => this.#isLoaded || this.#isShut, limits.time / 2)
    const isInert = await this.#evaluate(IS_INERT, ASKED)
    this.#stillFor = isInert === true ? STILL_INERT : STILL
    await this.#still()
    return isLoaded ? [] : ['The page was still loading when it was kept.']
  }

  /** Scrolls through the page, and takes down what it then shows. */
  async look(): Promise<Seen> {
    const { limits } = this.visit
    const notes: string[] = []
    if (this.#isCrashed) return { ...NOTHING_SEEN, notes: [CRASHED, ...NOTHING_SEEN.notes] }
    const scrolled = await this.#evaluate(scrollThrough(limits.height), limits.time / 8)
    if (scrolled === LATE) {
      this.#silence()
      notes.push('A script of the page did not end; it was stopped.')
    }
    await this.#still()
    this.#tell('Page.stopLoading', {})
    const seen = await this.#evaluate(READ_PAGE, limits.time / 8)
    const { html, title, address } = isPageRead(seen) ? seen : NOTHING_SEEN
    if (html === null) notes.push(AS_SERVED)
    const shot = await within(limits.time / 3, this.#draw(notes)).catch(unlessEnded)
    const screenshot = shot === LATE ? null : shot
    if (this.#isCrashed) notes.push(CRASHED)
    if (!screenshot) notes.push(NO_SCREENSHOT)
    return { html, title, address, screenshot, notes }
  }

  /** Lets nothing more be asked for. */
  shut(): void {
    this.#isShut = true
    for (const session of this.#sessions) {
      const none = { latency: 0, downloadThroughput: 0, uploadThroughput: 0 }
      this.#devTools?.tell('Network.emulateNetworkConditions', { offline: true, ...none }, session)
    }
    this.#tell('Page.stopLoading', {})
  }

  /** Every frame and worker is heard before it begins. */
  #join(session: string, devTools: DevTools): void {
    const { limits } = this.visit
    this.#sessions.add(session)
    const sizes = { maxTotalBufferSize: 2 * limits.bytes, maxResourceBufferSize: LARGEST_BODY }
    const attach = { autoAttach: true, waitForDebuggerOnStart: true, flatten: true } as const
    devTools.tell('Network.enable', sizes, session)
    devTools.tell('Page.enable', {}, session)
    devTools.tell('Page.addScriptToEvaluateOnNewDocument', { source: NO_SERVICE_WORKERS }, session)
    devTools.tell('Target.setAutoAttach', attach, session)
    devTools.tell('Runtime.runIfWaitingForDebugger', {}, session)
  }

  /**
   * Shows the proxy its credentials, at an address that leads nowhere; the browser then sends them with every request.
   * To wait for the proxy's question at each request would slow the page down.
   */
  async #greetProxy(): Promise<void> {
    await this.#send('Fetch.enable', { handleAuthRequests: true })
    await this.#send('Page.navigate', { url: 'http://0.0.0.0/' })
    await this.#send('Fetch.disable', {})
    await this.#until(() => this.#isLoaded, GREETING)
    this.#isLoaded = false
  }

  /** Waits until the page has asked for nothing for a moment. */
  async #still(): Promise<void> {
    const { recorder, limits } = this.visit
    let since = Date.now()
    let last = -1
    await this.#until(() => {
      if (recorder.open > 0 || recorder.requests !== last) since = Date.now()
      last = recorder.requests
      return Date.now() - since >= this.#stillFor
    }, limits.time / 12)
  }

  async #until(isSo: () => boolean, ms: number): Promise<boolean> {
    const end = Date.now() + ms
    while (!isSo()) {
      if (this.#devTools?.isOver) throw new Ended()
      if (Date.now() > end || this.#isCrashed) return false
      await delay(20)
    }
    return true
  }

  /** Ends what the page is doing, and lets it do nothing more. */
  #silence(): void {
    this.#tell('Emulation.setScriptExecutionDisabled', { value: true })
    this.#tell('Runtime.terminateExecution', {})
  }

  /** Evaluates an expression where no script of the page can meddle with it. */
  async #evaluate(expression: string, ms: number): Promise<unknown> {
    const asked = this.#inIsolation(expression)
    return within(ms, asked).catch(unlessEnded)
  }

  async #inIsolation(expression: string): Promise<unknown> {
    const place = { frameId: this.#target, worldName: 'stet' }
    const world = await this.#send('Page.createIsolatedWorld', place)
    const { executionContextId: contextId } = world
    const how = { expression, contextId, awaitPromise: true, returnByValue: true }
    return (await this.#send('Runtime.evaluate', how)).result.value
  }

  async #draw(notes: string[]): Promise<Buffer> {
    const { height: most } = this.visit.limits
    const { cssContentSize } = await this.#send('Page.getLayoutMetrics', {})
    const height = Math.max(1, Math.min(most, Math.ceil(cssContentSize.height)))
    const clip = { x: 0, y: 0, width: WIDTH, height, scale: 1 }
    const how = { format: 'png', captureBeyondViewport: true, clip } as const
    const { data } = await this.#send('Page.captureScreenshot', how)
    if (cssContentSize.height > most) {
      notes.push(
        `The screenshot ends after ${most.toLocaleString('en')} pixels; the page is longer.`,
      )
    }
    return Buffer.from(data, 'base64')
  }

  readonly #send: DevTools['send'] = (method, params) =>
    this.#devTools?.send(method, params, this.#session) ?? Promise.reject(new Ended())

  readonly #tell: DevTools['tell'] = (method, params) =>
    this.#devTools?.tell(method, params, this.#session)
}

/** What the browser could not do is not there; that it has ended is for whoever started it. */
function unlessEnded(error: unknown): null {
  if (error instanceof Ended) throw error
  return null
}
