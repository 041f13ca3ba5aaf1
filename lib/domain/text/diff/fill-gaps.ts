import { atOnce, type Pieces } from '../../in-turns'
import { heaviestChain, type Ranges, type Run, uniqueRuns } from './unique-runs'

/**
 * Pairs off what stands between two aligned places: first what begins and ends alike, then around ever shorter rows
 * that stand once on either side, at last by the heaviest common subsequence where that is cheap. A long gap
 * without anything in common stays open.
 */
export function fillGap(...gap: Parameters<typeof fillingGap>): void {
  atOnce(fillingGap(...gap))
}

/** The same in pieces. */
export function* fillingGap(
  a: Int32Array,
  b: Int32Array,
  weightOf: (id: number) => number,
  gap: Ranges,
  pair: (run: Run) => void,
  depth = 0,
): Pieces<void> {
  const inner = trimmed(a, b, gap, pair)
  const area = (inner.oldEnd - inner.oldStart) * (inner.nowEnd - inner.nowStart)
  if (area === 0) return
  const rows = area > CHEAP && depth < DEEPEST ? ROWS : []
  for (const size of rows) {
    const runs = (yield* uniqueRuns(a, b, inner, size)).map((run) => ({
      ...run,
      now: run.now - inner.nowStart,
    }))
    const chain = yield* heaviestChain(runs, inner.nowEnd - inner.nowStart)
    if (chain.length === 0) continue
    const placed = chain.map((run) => ({ ...run, now: run.now + inner.nowStart }))
    for (const run of placed) pair(run)
    for (const rest of gapsBetween(placed, inner)) {
      yield* fillingGap(a, b, weightOf, rest, pair, depth + 1)
    }
    return
  }
  if (area > BEARABLE) return
  heaviestCommon(a, b, weightOf, inner, pair)
  yield
}

/** What lies between runs that follow each other, and before and after them. */
export function* gapsBetween(chain: readonly Run[], within: Ranges): Generator<Ranges> {
  let { oldStart, nowStart } = within
  for (const { old, now, length } of chain) {
    yield { oldStart, oldEnd: old, nowStart, nowEnd: now }
    oldStart = old + length
    nowStart = now + length
  }
  yield { oldStart, oldEnd: within.oldEnd, nowStart, nowEnd: within.nowEnd }
}

/**
 * A gap with up to CHEAP pairs of tokens (old times new) is compared token by token at once; one with up to BEARABLE
 * if no row in it stands once; a larger one stays open.
 */
const CHEAP = 2_500
const BEARABLE = 40_000

const ROWS = [3, 2, 1]
const DEEPEST = 16

function trimmed(a: Int32Array, b: Int32Array, gap: Ranges, pair: (run: Run) => void): Ranges {
  let { oldStart, oldEnd, nowStart, nowEnd } = gap
  while (oldStart < oldEnd && nowStart < nowEnd && a[oldStart] === b[nowStart]) {
    oldStart++
    nowStart++
  }
  while (oldStart < oldEnd && nowStart < nowEnd && a[oldEnd - 1] === b[nowEnd - 1]) {
    oldEnd--
    nowEnd--
  }
  const [before, after] = [oldStart - gap.oldStart, gap.oldEnd - oldEnd]
  if (before > 0) pair({ old: gap.oldStart, now: gap.nowStart, length: before })
  if (after > 0) pair({ old: oldEnd, now: nowEnd, length: after })
  return { oldStart, oldEnd, nowStart, nowEnd }
}

/** The common subsequence of the greatest weight, by a table; tokens that follow each other weigh a little more. */
function heaviestCommon(
  a: Int32Array,
  b: Int32Array,
  weightOf: (id: number) => number,
  { oldStart, oldEnd, nowStart, nowEnd }: Ranges,
  pair: (run: Run) => void,
): void {
  const width = nowEnd - nowStart + 1
  const table = new Float64Array((oldEnd - oldStart + 1) * width)
  for (let i = oldEnd - 1; i >= oldStart; i--) {
    const row = (i - oldStart) * width
    const id = a[i] ?? 0
    const weight = weightOf(id)
    for (let j = nowEnd - 1; j >= nowStart; j--) {
      const at = row + j - nowStart
      const skip = Math.max(table[at + width] ?? 0, table[at + 1] ?? 0)
      if (id !== b[j]) {
        table[at] = skip
        continue
      }
      const goesOn = i + 1 < oldEnd && j + 1 < nowEnd && a[i + 1] === b[j + 1]
      table[at] = Math.max(skip, weight + (goesOn ? TOGETHER : 0) + (table[at + width + 1] ?? 0))
    }
  }
  let [i, j] = [oldStart, nowStart]
  while (i < oldEnd && j < nowEnd) {
    const at = (i - oldStart) * width + j - nowStart
    const value = table[at] ?? 0
    if (a[i] === b[j] && value > Math.max(table[at + width] ?? 0, table[at + 1] ?? 0)) {
      pair({ old: i++, now: j++, length: 1 })
    } else if (value === (table[at + width] ?? 0)) i++
    else j++
  }
}

const TOGETHER = 0.05
