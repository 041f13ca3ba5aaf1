import { setMaxListeners } from 'node:events'
import type { Socket } from 'node:net'
import { inMegabytes } from '../limits'
import { OutgoingRefusal, type Why } from '../outgoing-refusal'

/** What one page may use up of the way out. */
export interface TrafficLimits {
  /** From and to the outside over all connections, as they go over the wire. */
  bytes: number
  /** Requests over http and tunnels together; what is asked within a tunnel cannot be seen. */
  requests: number
  /** Milliseconds in which a connection may be silent. */
  idleTime: number
}

/** Something that a page asked for and was not given. */
export interface RefusedRequest {
  address: string
  why: Why
  time: Date
}

/** Counts what goes through a proxy and where it may not go; at a limit it ends every connection to the outside. */
export class Traffic {
  requests = 0
  bytes = 0
  readonly refused: RefusedRequest[] = []
  /** Raised when all is over. */
  readonly end = new AbortController()

  constructor(private readonly limits: TrafficLimits) {
    setMaxListeners(0, this.end.signal)
  }

  /** Counts a request. Refuses it after too many, or after too many bytes. */
  admit(): void {
    this.end.signal.throwIfAborted()
    this.requests++
    if (this.requests > this.limits.requests) {
      throw new OutgoingRefusal('too-many-requests', this.limits.requests.toLocaleString('en'))
    }
  }

  /** Counts what comes from this connection to the outside and what is sent on it, and ends it when it is silent. */
  watch(outside: Socket): void {
    outside.setTimeout(this.limits.idleTime, () => outside.destroy())
    outside.on('data', ({ length }) => this.count(length))
  }

  count(bytes: number): void {
    this.bytes += bytes
    if (this.bytes <= this.limits.bytes) return
    this.end.abort(new OutgoingRefusal('too-large', inMegabytes(this.limits.bytes)))
  }

  /** Notes a refusal, and gives it back; every other error is a bug. */
  note(address: string, error: unknown): OutgoingRefusal {
    if (!(error instanceof OutgoingRefusal)) throw error
    this.refused.push({ address, why: error.why, time: new Date() })
    return error
  }
}

/** The status that a proxy answers a refusal with. */
export const statusOf = ({ reason }: OutgoingRefusal) => (reason === 'unavailable' ? 502 : 403)
