import { type Alignment, runsOf, sumsOf } from './alignment'
import type { Run } from './unique-runs'

/**
 * Takes apart pairs that say less than the changes on both their sides: between two sentences that have nothing
 * in common, `the` and a comma are no remainder of the first.
 */
export function dropWeak({ oldIds, nowIds, toNow, toOld, weightOf }: Alignment): void {
  const sums = { old: sumsOf(oldIds, weightOf), now: sumsOf(nowIds, weightOf) }
  const changed = (before: Run | undefined, after: Run | undefined) => {
    const old = between(sums.old, before && before.old + before.length, after?.old)
    const now = between(sums.now, before && before.now + before.length, after?.now)
    return Math.max(old, now)
  }
  const kept: Run[] = []
  for (const run of [...runsOf(toNow), undefined]) {
    for (let last = kept.at(-1); last; last = kept.at(-1)) {
      const weight = between(sums.old, last.old, last.old + last.length)
      const least = Math.min(changed(kept.at(-2), last), changed(last, run))
      if (weight >= WEAK * least) break
      for (let step = 0; step < last.length; step++) {
        toNow[last.old + step] = -1
        toOld[last.now + step] = -1
      }
      kept.pop()
    }
    if (run) kept.push(run)
  }
}

/** The share of the changes beside it that a pair has to weigh. */
const WEAK = 0.3

function between(sums: Float64Array, from = 0, to = sums.length - 1): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0)
}
