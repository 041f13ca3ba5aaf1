import { PIECE_OF_WORK, type Pieces } from '../../in-turns'

/** Tokens that follow each other alike in both sequences: `length` of them from `old` and from `now` on. */
export interface Run {
  old: number
  now: number
  length: number
}

/** A part of either sequence, half-open. */
export interface Ranges {
  oldStart: number
  oldEnd: number
  nowStart: number
  nowEnd: number
}

/**
 * The longest runs around every row of `size` tokens that stands once in either range and nowhere else in it,
 * in the order of the old sequence. Runs on different diagonals may overlap. Time grows with the ranges' lengths.
 */
export function* uniqueRuns(
  a: Int32Array,
  b: Int32Array,
  ranges: Ranges,
  size: number,
): Pieces<Run[]> {
  const inOld = yield* uniqueRows(a, ranges.oldStart, ranges.oldEnd, size)
  const inNow = yield* uniqueRows(b, ranges.nowStart, ranges.nowEnd, size)
  const runs: Run[] = []
  let steps = 0
  /** Up to where each diagonal is already in a run. */
  const reached = new Map<number, number>()
  for (const [row, old] of inOld) {
    if (++steps % PIECE_OF_WORK === 0) yield
    const now = inNow.get(row) ?? SEVERAL
    if (old === SEVERAL || now === SEVERAL) continue
    if ((reached.get(now - old) ?? 0) > old || !sameRow(a, old, b, now, size)) continue
    const run = extended(a, b, { old, now, length: size }, ranges)
    reached.set(now - old, run.old + run.length)
    runs.push(run)
  }
  return runs.sort((one, other) => one.old - other.old)
}

/** The heaviest chain of runs that follow each other in both sequences; its overlaps are cut off. */
export function* heaviestChain(runs: readonly Run[], nowLength: number): Pieces<Run[]> {
  const best = new Int32Array(nowLength + 1).fill(-1)
  const weights: number[] = []
  const before: number[] = []
  for (const [index, { now, length }] of runs.entries()) {
    let last = -1
    for (let at = now; at > 0; at -= at & -at) last = heavier(weights, last, best[at] ?? -1)
    weights.push(length + (weights[last] ?? 0))
    before.push(last)
    for (let at = now + 1; at <= nowLength; at += at & -at) {
      best[at] = heavier(weights, best[at] ?? -1, index)
    }
    if (index % FEW === FEW - 1) yield
  }
  let at = -1
  for (const index of runs.keys()) at = heavier(weights, at, index)
  const chain: Run[] = []
  for (; at >= 0; at = before[at] ?? -1) {
    const run = runs[at]
    if (run) chain.push(run)
  }
  return withoutOverlap(chain.reverse())
}

/** Each takes a logarithm of steps, so fewer make a piece. */
const FEW = PIECE_OF_WORK / 8

/** Where a row stands more than once. */
const SEVERAL = -1

/** Rows by their hash; two that share a hash count as one that stands several times or are told apart later. */
function* uniqueRows(
  ids: Int32Array,
  start: number,
  end: number,
  size: number,
): Pieces<Map<number, number>> {
  const rows = new Map<number, number>()
  for (let at = start; at + size <= end; at++) {
    let hash = 0
    for (let step = 0; step < size; step++)
      hash = Math.imul(hash ^ (ids[at + step] ?? 0), 0x9e3779b1) ^ (hash >>> 15)
    rows.set(hash, rows.has(hash) ? SEVERAL : at)
    if ((at - start) % PIECE_OF_WORK === PIECE_OF_WORK - 1) yield
  }
  return rows
}

function sameRow(a: Int32Array, old: number, b: Int32Array, now: number, size: number): boolean {
  for (let step = 0; step < size; step++) if (a[old + step] !== b[now + step]) return false
  return true
}

function extended(a: Int32Array, b: Int32Array, run: Run, within: Ranges): Run {
  let { old, now } = run
  while (old > within.oldStart && now > within.nowStart && a[old - 1] === b[now - 1]) {
    old--
    now--
  }
  let length = run.length + run.old - old
  while (
    old + length < within.oldEnd &&
    now + length < within.nowEnd &&
    a[old + length] === b[now + length]
  ) {
    length++
  }
  return { old, now, length }
}

function heavier(weights: readonly number[], one: number, other: number): number {
  return (weights[other] ?? 0) > (weights[one] ?? 0) ? other : one
}

function withoutOverlap(chain: readonly Run[]): Run[] {
  const apart: Run[] = []
  for (const run of chain) {
    const last = apart.at(-1)
    const cut = last
      ? Math.max(0, last.old + last.length - run.old, last.now + last.length - run.now)
      : 0
    if (cut < run.length) {
      apart.push({ old: run.old + cut, now: run.now + cut, length: run.length - cut })
    }
  }
  return apart
}
