import type { CaptureAnswer } from '@/lib/domain/captures/capture'
import { keptHeaders } from './archive/kept-headers'
import type { Exchange, WarcFile } from './archive/warc-file'
import type { BrowserEvent, DevTools } from './browser/dev-tools'
import { Ended } from './browser/dev-tools'
import type { PageResponse } from './browser/protocol'

interface Asked {
  address: string
  isPage: boolean
  response?: PageResponse
  at: string
}

export interface RecorderLimits {
  requests: number
  bytes: number
}

/** Keeps what a page was answered: writes it to a WARC file as it comes, and counts what could not be kept. */
export class Recorder {
  /** The answers that led to the page, and the page's own: those of its main frame. */
  readonly answers: (CaptureAnswer & { headers: Record<string, string> })[] = []
  /** The page as it was served, once all of it is there. */
  served: string | null = null
  requests = 0
  /** Things that never came, or not to their end. */
  failed = 0
  /** Things that came and could not be kept. */
  unkept = 0
  /** What went wrong when it was written. */
  problem: unknown
  #mainFrame = ''
  #kept = 0
  #writing: Promise<void> = Promise.resolve()
  readonly #bodies = new Set<Promise<void>>()
  readonly #asked = new Map<string, Asked>()

  constructor(
    private readonly warc: WarcFile,
    private readonly limits: RecorderLimits,
    private readonly told: {
      /** Whether the proxy refused this address. */
      isRefused: (address: string) => boolean
      tooMany: () => void
    },
  ) {}

  /** Things that were asked for and are still to come. */
  get open(): number {
    return this.#asked.size
  }

  hear(event: BrowserEvent, devTools: DevTools): void {
    if (!this.#mainFrame) return
    const { method, params, sessionId } = event
    if (method === 'Network.requestWillBeSent') this.#ask(params)
    if (method === 'Network.responseReceived') this.#answer(params)
    if (method === 'Network.loadingFinished')
      this.#finish(params.requestId, { devTools, sessionId })
    if (method === 'Network.loadingFailed' && this.#asked.delete(params.requestId)) this.failed++
  }

  /** From now on: which frame is the page itself. */
  watch(mainFrame: string): void {
    this.#mainFrame = mainFrame
  }

  /** When all that came is written. */
  async written(): Promise<void> {
    await Promise.all(this.#bodies)
    await this.#writing
  }

  #ask(params: Extract<BrowserEvent, { method: 'Network.requestWillBeSent' }>['params']): void {
    const { requestId, loaderId, frameId, request, redirectResponse } = params
    const before = this.#asked.get(requestId)
    if (before && redirectResponse) {
      this.#note(before, redirectResponse)
      this.#write(before, redirectResponse, new Uint8Array(), false)
    }
    if (!/^https?:/.test(request.url)) return
    this.requests++
    if (this.requests === this.limits.requests + 1) this.told.tooMany()
    const isPage = requestId === loaderId && frameId === this.#mainFrame
    const at = new Date().toISOString()
    this.#asked.set(requestId, { address: request.url, isPage, at })
  }

  #answer({ requestId, response }: { requestId: string; response: PageResponse }): void {
    const asked = this.#asked.get(requestId)
    if (!asked) return
    asked.response = response
    asked.at = new Date().toISOString()
    this.#note(asked, response)
  }

  #note({ address, isPage }: Asked, response: PageResponse): void {
    if (!isPage || this.#isOurs(address, response)) return
    const { status, headers } = response
    const lower = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])
    const at = new Date().toISOString()
    this.answers.push({ address, status, at, headers: Object.fromEntries(lower) })
  }

  #finish(id: string, from: { devTools: DevTools; sessionId?: string }): void {
    const asked = this.#asked.get(id)
    this.#asked.delete(id)
    if (!asked?.response) return
    if (this.#isOurs(asked.address, asked.response)) {
      this.failed++
      return
    }
    const keeping = this.#keep(id, asked, asked.response, from)
    this.#bodies.add(keeping)
    keeping.finally(() => this.#bodies.delete(keeping))
  }

  async #keep(
    id: string,
    asked: Asked,
    response: PageResponse,
    { devTools, sessionId }: { devTools: DevTools; sessionId?: string },
  ): Promise<void> {
    try {
      const told = await devTools.send('Network.getResponseBody', { requestId: id }, sessionId)
      const body = Buffer.from(told.body, told.base64Encoded ? 'base64' : 'utf8')
      this.#kept += body.length
      if (this.#kept > MOST_UNPACKED * this.limits.bytes) throw new Error('too much to keep')
      if (asked.isPage) this.served = told.base64Encoded ? body.toString() : told.body
      await this.#write(asked, response, body, !told.base64Encoded)
    } catch (error) {
      this.unkept++
      if (!(error instanceof Ended) && asked.isPage) this.served ??= ''
    }
  }

  #write(asked: Asked, response: PageResponse, body: Uint8Array, isText: boolean): Promise<void> {
    if (this.#isOurs(asked.address, response)) return Promise.resolve()
    const { address, at } = asked
    const headers = keptHeaders(response, { length: body.length, isText })
    const exchange: Exchange = { address, at, response, headers, body }
    this.#writing = this.#writing
      .then(() => (this.problem ? undefined : this.warc.write(exchange)))
      .catch((error) => {
        this.problem ??= error
      })
    return this.#writing
  }

  /**
   * Whether the proxy answered in the site's place. It has to look like that too: the same address may have been asked
   * for twice, and come once.
   */
  #isOurs(address: string, { status, mimeType }: PageResponse): boolean {
    return (
      (status === 403 || status === 502) &&
      mimeType === 'text/plain' &&
      this.told.isRefused(address)
    )
  }
}

/** How many times more than came over the wire is kept, once it is decoded. */
const MOST_UNPACKED = 3
