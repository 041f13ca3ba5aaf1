import type { Tokenised } from '../typography'
import type { Run } from './unique-runs'

/** Two texts, token by token. */
export interface Alignment {
  old: Tokenised
  now: Tokenised
  /** The tokens' keys as numbers: equal numbers, equal keys. */
  oldIds: Int32Array
  nowIds: Int32Array
  /** For each token of the old text its place in the new one, by index, and the other way round; -1 for none. */
  toNow: Int32Array
  toOld: Int32Array
  /** For each token of the old text, 1 where its place in the new one is out of order: it was moved. */
  moved: Uint8Array
  /**
   * How much a token tells a place, by its number: 1 for a word of four letters or more that stands once, less for a
   * shorter one and for a mark, divided by the square root of how often it stands in the text that has it more.
   */
  weightOf: (id: number) => number
}

/** The rows of tokens whose places in the new text follow each other too. */
export function* runsOf(toNow: Int32Array): Generator<Run> {
  let run: Run | null = null
  for (const [old, now] of toNow.entries()) {
    if (run && now >= 0 && now === run.now + run.length) {
      run.length++
      continue
    }
    if (run) yield run
    run = now >= 0 ? { old, now, length: 1 } : null
  }
  if (run) yield run
}

/** The weight of all tokens before each index. */
export function sumsOf(ids: Int32Array, weightOf: (id: number) => number): Float64Array {
  const sums = new Float64Array(ids.length + 1)
  for (let index = 0; index < ids.length; index++) {
    sums[index + 1] = (sums[index] ?? 0) + weightOf(ids[index] ?? 0)
  }
  return sums
}
