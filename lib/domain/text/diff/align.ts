import { type Tokenised, tokenised } from '../typography'
import type { Alignment } from './alignment'
import { dropWeak, takeMoved } from './clean-up'
import { fillGap, gapsBetween } from './fill-gaps'
import { heaviestChain, type Ranges, type Run, uniqueRuns } from './unique-runs'

/**
 * Finds for each token of a text the one that it is in the next text, if any: in order as far as possible, with
 * what was moved told apart.
 *
 * A guess, if a good one: equal tokens are paired because of what stands around them. Time grows with the texts'
 * lengths, also between texts that have nothing in common.
 */
export function align(oldText: string, nowText: string): Alignment {
  const [old, now] = [tokenised(oldText), tokenised(nowText)]
  const { oldIds, nowIds, weights } = numbered(old, now)
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
  const runs = uniqueRuns(oldIds, nowIds, all, ROW)
  const chain = heaviestChain(runs, nowIds.length)
  const pair = (run: Run) => pairOff(alignment, run)
  for (const run of chain) pair(run)
  for (const gap of gapsBetween(chain, all)) fillGap(oldIds, nowIds, alignment.weightOf, gap, pair)
  dropWeak(alignment)
  takeMoved(alignment, runs)
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

function numbered(old: Tokenised, now: Tokenised) {
  const numbers = new Map<string, number>()
  const counts: [number[], number[]] = [[], []]
  const lengths: number[] = []
  const idsOf = ({ tokens }: Tokenised, side: 0 | 1) => {
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
    }
    return ids
  }
  const [oldIds, nowIds] = [idsOf(old, 0), idsOf(now, 1)]
  const weights = lengths.map((length, id) => {
    const often = Math.max(counts[0][id] ?? 0, counts[1][id] ?? 0)
    return Math.min(1, length / 4) / Math.sqrt(often)
  })
  return { oldIds, nowIds, weights }
}
