/** How long a request waits for a database that is away, in milliseconds. */
const LONGEST_WAIT = 20_000
const PAUSE = 250

/** Tries again while the database cannot be reached, for at most twenty seconds. */
export async function withRetry<T>(
  attempt: () => Promise<T>,
  mayRetry: () => boolean = () => true,
): Promise<T> {
  const giveUp = Date.now() + LONGEST_WAIT
  for (;;) {
    try {
      return await attempt()
    } catch (error) {
      if (!isUnreachable(error) || !mayRetry() || Date.now() > giveUp) throw error
      await new Promise((resolve) => setTimeout(resolve, PAUSE))
    }
  }
}

/** Whether an error says that the database is away: refused, cut off, shutting down or starting up. */
export function isUnreachable(error: unknown): boolean {
  for (let inner: unknown = error, depth = 0; inner instanceof Error && depth < 5; depth++) {
    const code = 'code' in inner ? String(inner.code) : ''
    if (/^(P1001|P1002|P1008|P1017|ECONN|EPIPE|57P0[123]|08)/.test(code)) return true
    if (AWAY.test(inner.message)) return true
    inner = inner.cause
  }
  return false
}

const AWAY =
  /ECONNREFUSED|ECONNRESET|Connection terminated|terminating connection|the database system is (starting up|shutting down|in recovery)|Can't reach database|Server has closed the connection|timeout exceeded when trying to connect|not queryable/i
