import { setMaxListeners } from 'node:events'
import type { Socket } from 'node:net'
import { inSeconds, type Limits } from './limits'
import { OutgoingRefusal } from './outgoing-refusal'

/** The end of a request outside: its signal is raised, with the reason, once it has taken too long or is called off. */
export interface Deadline {
  signal: AbortSignal
  /** Raises the signal too where this connection, or one within it, has been silent for too long. */
  watch: (socket: Socket) => void
  /** The request is over, and nothing more is raised. */
  done: () => void
}

export function startDeadline(
  { totalTime, idleTime }: Pick<Limits, 'totalTime' | 'idleTime'>,
  calledOff?: AbortSignal,
): Deadline {
  const end = new AbortController()
  setMaxListeners(0, end.signal)
  const callOff = () => end.abort(calledOff?.reason)
  const timer = setTimeout(
    () => end.abort(new OutgoingRefusal('too-slow', inSeconds(totalTime))),
    totalTime,
  )
  calledOff?.addEventListener('abort', callOff)
  if (calledOff?.aborted) callOff()
  return {
    signal: end.signal,
    watch(socket) {
      const silent = () => end.abort(new OutgoingRefusal('silent', inSeconds(idleTime)))
      socket.setTimeout(idleTime, silent)
    },
    done() {
      clearTimeout(timer)
      calledOff?.removeEventListener('abort', callOff)
    },
  }
}
