import type { Alignment } from './align'
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
  for (const [index, id] of ids.entries()) sums[index + 1] = (sums[index] ?? 0) + weightOf(id)
  return sums
}

function between(sums: Float64Array, from = 0, to = sums.length - 1): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0)
}
