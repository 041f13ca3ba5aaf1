/**
 * Does something with each of many things without holding up the page: after some milliseconds of work
 * the browser may answer a key or draw. Null when it was called off.
 */
export async function mapInChunks<Thing, Result>(
  things: readonly Thing[],
  work: (thing: Thing) => readonly Result[],
  isCalledOff: () => boolean,
): Promise<Result[] | null> {
  const results: Result[] = []
  let began = performance.now()
  for (const thing of things) {
    if (performance.now() - began > TURN) {
      await nextTurn()
      if (isCalledOff()) return null
      began = performance.now()
    }
    for (const result of work(thing)) results.push(result)
  }
  return isCalledOff() ? null : results
}

/** How long the page may be held up at a time, in milliseconds. */
const TURN = 10

const nextTurn = () => new Promise((resolve) => setTimeout(resolve))
