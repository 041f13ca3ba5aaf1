import { closeStreams } from './event-stream'

/** How long requests that are under way may take after the signal, in milliseconds. */
const GRACE = 1_500

/** Ends the process on a signal: open event streams first, since a server with an open stream never closes by itself. */
export function endWithSignals(): void {
  if (!process.env.NEXT_MANUAL_SIG_HANDLE) return
  const end = () => {
    closeStreams()
    setTimeout(() => process.exit(0), GRACE)
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  process.once('disconnect', end)
}
