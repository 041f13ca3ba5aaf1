import type { Readable, Writable } from 'node:stream'
import type { Commands, Events } from './protocol'

/** The connection to the browser was ended, by it or by us. */
export class Ended extends Error {
  override readonly name = 'Ended'
}

/** Something that the browser tells, and which of its sessions it is about; none for the browser as a whole. */
export type BrowserEvent = {
  [Name in keyof Events]: { method: Name; params: Events[Name]; sessionId?: string }
}[keyof Events]

/** The longest message that is read, in bytes: a page may have its own content written into one. */
const LONGEST_MESSAGE = 200_000_000

/**
 * Speaks the Chrome DevTools Protocol on the pipes of a browser: JSON, each message with a zero byte after it. A command
 * fails with `Ended` once the connection is over, and with the browser's words where it was turned down. What the
 * browser says is the page's in part: a message that is too long or no JSON ends the connection.
 */
export class DevTools {
  #last = 0
  #chunks: Buffer[] = []
  #length = 0
  #isOver = false
  readonly #waiting = new Map<number, Waiting>()

  constructor(
    private readonly to: Writable,
    from: Readable,
    private readonly heard: (event: BrowserEvent, devTools: DevTools) => void,
  ) {
    from.on('data', (chunk: Buffer) => this.#read(chunk))
    for (const pipe of [from, to])
      pipe.on('close', () => this.end()).on('error', (error) => this.end(error))
  }

  /** Whether the connection was ended. */
  get isOver(): boolean {
    return this.#isOver
  }

  send<Name extends keyof Commands>(
    method: Name,
    params: Commands[Name][0],
    sessionId?: string,
  ): Promise<Commands[Name][1]> {
    if (this.#isOver) return Promise.reject(new Ended())
    const id = ++this.#last
    this.to.write(`${JSON.stringify({ id, method, params, sessionId })}\0`)
    return new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject, sessionId }))
  }

  /** Whoever waits for an answer of a session that broke down is told so: none will come. */
  drop(sessionId: string): void {
    for (const [id, one] of this.#waiting) {
      if (one.sessionId !== sessionId) continue
      this.#waiting.delete(id)
      one.reject(new Ended('The page has broken down'))
    }
  }

  /** Sends a command whose answer nobody needs. */
  tell<Name extends keyof Commands>(
    method: Name,
    params: Commands[Name][0],
    sessionId?: string,
  ): void {
    this.send(method, params, sessionId).catch(() => {})
  }

  /** Ends the connection; whoever waits for an answer is told so. */
  end(cause?: unknown): void {
    if (this.#isOver) return
    this.#isOver = true
    this.#chunks = []
    for (const { reject } of this.#waiting.values())
      reject(new Ended('The browser has ended', { cause }))
    this.#waiting.clear()
  }

  #read(chunk: Buffer): void {
    let rest = chunk
    for (let end = rest.indexOf(0); end >= 0 && !this.#isOver; end = rest.indexOf(0)) {
      const message = Buffer.concat([...this.#chunks, rest.subarray(0, end)])
      this.#chunks = []
      this.#length = 0
      rest = rest.subarray(end + 1)
      this.#take(message)
    }
    if (this.#isOver) return
    this.#chunks.push(rest)
    this.#length += rest.length
    if (this.#length > LONGEST_MESSAGE) this.end()
  }

  #take(message: Buffer): void {
    try {
      const { id, result, error, ...event } = JSON.parse(message.toString())
      if (id === undefined) this.heard(event, this)
      const { resolve, reject } = this.#waiting.get(id) ?? {}
      this.#waiting.delete(id)
      if (error) reject?.(new Error(String(error.message)))
      else resolve?.(result)
    } catch (error) {
      this.end(error)
    }
  }
}

interface Waiting {
  resolve: (result: Parsed) => void
  reject: Fail
  sessionId?: string
}

type Parsed = ReturnType<typeof JSON.parse>
type Fail = (error: Error) => void
