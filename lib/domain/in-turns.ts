/** Work of any length in small pieces: between them it can be left for a while. */
export type Pieces<Value> = Generator<void, Value>

/** Does all of it at once. */
export function atOnce<Value>(work: Pieces<Value>): Value {
  for (;;) {
    const { done, value } = work.next()
    if (done) return value
  }
}

/** Does it so that nobody else who waits for this thread waits longer than some 20 milliseconds. */
export async function inTurns<Value>(work: Pieces<Value>): Promise<Value> {
  for (let since = performance.now(); ; ) {
    const { done, value } = work.next()
    if (done) return value
    if (performance.now() - since < TURN) continue
    await new Promise((resolve) => setTimeout(resolve))
    since = performance.now()
  }
}

/** How long one has the thread before others have their turn, in milliseconds. */
const TURN = 10

/** After so many small steps a piece is done: some two milliseconds. */
export const PIECE_OF_WORK = 8_192
