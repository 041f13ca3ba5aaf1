import { atOnce, inTurns, PIECE_OF_WORK, type Pieces } from '../../in-turns'
import { type Tokenised, tokenising } from '../typography'
import type { Alignment } from './alignment'
import { dropWeak, takeMoved } from './clean-up'
import { fillingGap, gapsBetween } from './fill-gaps'
import { heaviestChain, type Ranges, type Run, uniqueRuns } from './unique-runs'

/**
 * Finds for each token of a text the one that it is in the next text, if any: in order as far as possible, with
 * what was moved told apart.
 *
 * A guess, if a good one: equal tokens are paired because of what stands around them. Time grows with the texts'
 * lengths, also between texts that have nothing in common.
 */
export function align(oldText: string, nowText: string): Alignment {
  return atOnce(aligning(oldText, nowText))
}

/** The same, for texts of any length, so that others have their turn meanwhile. */
export function alignInTurns(oldText: string, nowText: string): Promise<Alignment> {
  return inTurns(aligning(oldText, nowText))
}

/** The same in pieces. */
export function* aligning(oldText: string, nowText: string): Pieces<Alignment> {
  const [old, now] = [yield* tokenising(oldText), yield* tokenising(nowText)]
  const { oldIds, nowIds, weights } = yield* numbered(old, now)
  const alignment: Alignment = {
    old,
    now,
    oldIds,
    nowIds,
    toNow: new Int32Array(oldIds.length).fill(-1),
    toOld: new Int32Array(nowIds.length).fill(-1),
    moved: new Uint8Array(oldIds.length),
    weightOf: (id) => weights[id] ?? 0,
  }
  const all: Ranges = { oldStart: 0, oldEnd: oldIds.length, nowStart: 0, nowEnd: nowIds.length }
  const runs = yield* uniqueRuns(oldIds, nowIds, all, ROW)
  const chain = yield* heaviestChain(runs, nowIds.length)
  const pair = (run: Run) => pairOff(alignment, run)
  for (const run of chain) pair(run)
  for (const gap of gapsBetween(chain, all)) {
    yield* fillingGap(oldIds, nowIds, alignment.weightOf, gap, pair)
  }
  yield* dropWeak(alignment)
  yield* takeMoved(alignment, runs)
  return alignment
}

/** Rows of so many tokens that stand once in either text are paired first: fewer stand once by chance. */
const ROW = 4

function pairOff({ toNow, toOld }: Alignment, { old, now, length }: Run) {
  for (let step = 0; step < length; step++) {
    toNow[old + step] = now + step
    toOld[now + step] = old + step
  }
}

function* numbered(old: Tokenised, now: Tokenised) {
  const numbers = new Map<string, number>()
  const counts: [number[], number[]] = [[], []]
  const lengths: number[] = []
  function* idsOf({ tokens }: Tokenised, side: 0 | 1): Pieces<Int32Array> {
    const ids = new Int32Array(tokens.length)
    for (const [index, { key, kind }] of tokens.entries()) {
      let id = numbers.get(key)
      if (id === undefined) {
        id = numbers.size
        numbers.set(key, id)
        lengths.push(kind === 'word' || kind === 'unspaced' ? key.length : 0.4)
      }
      ids[index] = id
      counts[side][id] = (counts[side][id] ?? 0) + 1
      if (index % PIECE_OF_WORK === 0) yield
    }
    return ids
  }
  const [oldIds, nowIds] = [yield* idsOf(old, 0), yield* idsOf(now, 1)]
  const weights = lengths.map((length, id) => {
    const often = Math.max(counts[0][id] ?? 0, counts[1][id] ?? 0)
    return Math.min(1, length / 4) / Math.sqrt(often)
  })
  return { oldIds, nowIds, weights }
}
