/** Who writes to an upload at this moment, in this process: nobody else serves uploads. */
const writing = new Map<string, { stop: AbortController; done: Promise<unknown> }>()

/**
 * Does something to an upload while nobody else does. Whoever was writing is stopped first and waited for: it is the
 * same person's browser, whose lost connection the server has not noticed yet.
 */
export async function takeTurn<T>(
  id: string,
  work: (stopped: AbortSignal) => Promise<T>,
): Promise<T> {
  const before = writing.get(id)
  const stop = new AbortController()
  const done = (async () => {
    before?.stop.abort()
    await before?.done.catch(() => {})
    return work(stop.signal)
  })()
  const mine = { stop, done }
  writing.set(id, mine)
  return done.finally(() => {
    if (writing.get(id) === mine) writing.delete(id)
  })
}
