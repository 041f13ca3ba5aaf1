import { PIECE_OF_WORK, type Pieces } from '../../in-turns'
import { type Alignment, runsOf, sumsOf } from './alignment'
import type { Run } from './unique-runs'

/**
 * Takes apart pairs that say less than the changes on both their sides: between two sentences that have nothing
 * in common, `the` and a comma are no remainder of the first.
 */
export function* dropWeak({ oldIds, nowIds, toNow, toOld, weightOf }: Alignment): Pieces<void> {
  const sums = { old: sumsOf(oldIds, weightOf), now: sumsOf(nowIds, weightOf) }
  const changed = (before: Run | undefined, after: Run | undefined) => {
    const old = between(sums.old, before && before.old + before.length, after?.old)
    const now = between(sums.now, before && before.now + before.length, after?.now)
    return Math.max(old, now)
  }
  const kept: Run[] = []
  let steps = 0
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
    if (++steps % PIECE_OF_WORK === 0) yield
  }
}

/** A pair stays if it weighs so much of the lighter of the changes before and after it. */
const WEAK = 0.3

function between(sums: Float64Array, from = 0, to = sums.length - 1): number {
  return (sums[to] ?? 0) - (sums[from] ?? 0)
}

/**
 * Takes the runs that are out of order as moved, longest first, where hardly anything of them was found in order.
 * Where much of a run is still in its place, what stands elsewhere is a copy and not the run itself.
 */
export function* takeMoved(alignment: Alignment, runs: readonly Run[]): Pieces<void> {
  const { oldIds, toNow, toOld, moved, weightOf } = alignment
  let steps = 0
  for (const run of [...runs].sort((one, other) => other.length - one.length)) {
    let [sum, here, there] = [0, 0, 0]
    steps += run.length
    if (steps > PIECE_OF_WORK) {
      steps = 0
      yield
    }
    for (let step = 0; step < run.length; step++) {
      const [old, now] = [run.old + step, run.now + step]
      const weight = weightOf(oldIds[old] ?? 0)
      sum += weight
      if (toNow[old] !== -1 && toNow[old] !== now) here += weight
      if (toOld[now] !== -1 && toOld[now] !== old) there += weight
    }
    if (here > REMAINS * sum || there > REMAINS * sum) continue
    const free = withoutTaken(alignment, run)
    for (let step = 0; step < free.length; step++) {
      const [old, now] = [free.old + step, free.now + step]
      if (toNow[old] === now) continue
      part(alignment, toOld[now] ?? -1, toNow[old] ?? -1)
      toNow[old] = now
      toOld[now] = old
      moved[old] = 1
    }
  }
}

/** Of the weight of a moved run, so much may have been paired elsewhere before, by chance. */
const REMAINS = 0.3

/** A run without the tokens at its ends that have a place already: a full stop belongs to the sentence before. */
function withoutTaken({ toNow, toOld }: Alignment, { old, now, length }: Run): Run {
  const isTaken = (step: number) => {
    const [from, to] = [toOld[now + step] ?? -1, toNow[old + step] ?? -1]
    return (from >= 0 && from !== old + step) || (to >= 0 && to !== now + step)
  }
  let [first, last] = [0, length]
  while (first < last && isTaken(first)) first++
  while (last > first && isTaken(last - 1)) last--
  return { old: old + first, now: now + first, length: last - first }
}

function part({ toNow, toOld, moved }: Alignment, otherOld: number, otherNow: number) {
  if (otherOld >= 0) {
    toNow[otherOld] = -1
    moved[otherOld] = 0
  }
  if (otherNow >= 0) toOld[otherNow] = -1
}
