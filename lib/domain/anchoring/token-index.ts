import { bisect } from '../text/bisect'
import type { Span } from '../text/blocks'
import { type Alignment, sumsOf } from '../text/diff/alignment'
import { differencesAt, type TypographicDifference } from '../text/typography'

/** Tokens of one text by index, half-open. */
export interface TokenRange {
  from: number
  to: number
}

/** How many tokens before and after two equal places are equal too; that both texts begin or end there counts as one. */
export interface Reach {
  left: number
  right: number
}

/** Looks up where the words of a claim stand in either text, and how far the surroundings agree. */
export class Places {
  readonly alignment: Alignment
  private readonly inOld: Postings
  private readonly inNow: Postings
  private readonly putIn: Rows
  private readonly weights: Float64Array
  /** The last run found on each diagonal, as half-open tokens of the old text. */
  private readonly runs = new Map<number, TokenRange>()

  constructor(alignment: Alignment) {
    this.alignment = alignment
    this.inOld = new Postings(alignment.oldIds)
    this.inNow = new Postings(alignment.nowIds)
    this.putIn = new Rows(alignment.nowIds, (at) => (alignment.toOld[at] ?? -1) < 0)
    this.weights = sumsOf(alignment.nowIds, alignment.weightOf)
  }

  /** Where a token stands in the new text, by index. */
  nowAt(id: number): Int32Array {
    return this.inNow.at(id)
  }

  /** Where the row of tokens that begins here in the old text was put in, by index. */
  rowsPutIn(old: number): readonly number[] {
    return this.putIn.at(this.alignment.oldIds, old)
  }

  /** The weight of the new tokens from one index to another. */
  weightBetween(from: number, to: number): number {
    return (this.weights[to] ?? 0) - (this.weights[from] ?? 0)
  }

  /** Every place in either text with the same keys as these tokens of the old text, in order. */
  inOldOf(claim: TokenRange): number[] {
    return this.inOld.occurrences(this.alignment.oldIds, claim)
  }

  inNowOf(claim: TokenRange): number[] {
    return this.inNow.occurrences(this.alignment.oldIds, claim)
  }

  /** The forms in which the words of a claim differ at a place of the new text; `null` if they are other words. */
  formsAt({ from, to }: TokenRange, now: number): TypographicDifference[] | null {
    const { old, now: text } = this.alignment
    return differencesAt({ of: old, at: from }, { of: text, at: now }, to - from)
  }

  /** The tokens of the old text that are equal in a row around the claim, if it stands at this place. */
  runAround({ from }: TokenRange, now: number): TokenRange {
    return this.runAt(from, now)
  }

  reach({ from, to }: TokenRange, now: number): Reach {
    const run = this.runAt(from, now)
    const shift = now - from
    const { oldIds, nowIds } = this.alignment
    const bothBegin = run.from === 0 && shift === 0 ? 1 : 0
    const bothEnd = run.to === oldIds.length && run.to + shift === nowIds.length ? 1 : 0
    return { left: from - run.from + bothBegin, right: run.to - to + bothEnd }
  }

  private runAt(old: number, now: number): TokenRange {
    const { oldIds, nowIds } = this.alignment
    const shift = now - old
    const known = this.runs.get(shift)
    if (known && known.from <= old && old < known.to) return known
    let [from, to] = [old, old]
    while (from > 0 && from + shift > 0 && oldIds[from - 1] === nowIds[from + shift - 1]) from--
    while (to < oldIds.length && to + shift < nowIds.length && oldIds[to] === nowIds[to + shift])
      to++
    const run = { from, to }
    this.runs.set(shift, run)
    return run
  }
}

/** The tokens that a span touches. */
export function tokensIn(tokens: readonly Span[], { start, end }: Span): TokenRange {
  const from = bisect(tokens.length, (index) => (tokens[index]?.end ?? 0) > start)
  let to = from
  while ((tokens[to]?.start ?? Infinity) < end) to++
  return { from, to }
}

/** Where each number stands in a sequence. */
class Postings {
  private readonly starts: Int32Array
  private readonly places: Int32Array

  constructor(private readonly ids: Int32Array) {
    const most = ids.reduce((one, other) => Math.max(one, other), 0)
    this.starts = new Int32Array(most + 2)
    for (const id of ids) this.starts[id + 1] = (this.starts[id + 1] ?? 0) + 1
    for (let id = 0; id <= most; id++) {
      this.starts[id + 1] = (this.starts[id + 1] ?? 0) + (this.starts[id] ?? 0)
    }
    this.places = new Int32Array(ids.length)
    const next = this.starts.slice()
    for (const [at, id] of ids.entries()) {
      const place = next[id] ?? 0
      this.places[place] = at
      next[id] = place + 1
    }
  }

  at(id: number): Int32Array {
    return this.places.subarray(this.starts[id] ?? 0, this.starts[id + 1] ?? 0)
  }

  /** By the rarest token of the row, which may be of another sequence. */
  occurrences(of: Int32Array, { from, to }: TokenRange): number[] {
    let rarest = from
    for (let at = from; at < to; at++) {
      if (this.at(of[at] ?? 0).length < this.at(of[rarest] ?? 0).length) rarest = at
    }
    const found: number[] = []
    for (const place of this.at(of[rarest] ?? 0)) {
      const start = place - (rarest - from)
      if (this.same(of, from, to, start)) found.push(start)
    }
    return found
  }

  private same(of: Int32Array, from: number, to: number, start: number): boolean {
    if (start < 0) return false
    for (let step = 0; step < to - from; step++) {
      if (of[from + step] !== this.ids[start + step]) return false
    }
    return true
  }
}

/** So many tokens in a row. */
export const ROW = 3

/** Where each row of tokens stands in a sequence, of those in which any token is wanted. */
class Rows {
  private readonly places = new Map<number, number[]>()

  constructor(ids: Int32Array, isWanted: (at: number) => boolean) {
    let wanted = -1
    for (let at = 0; at < ids.length; at++) {
      if (isWanted(at)) wanted = at
      const from = at - ROW + 1
      if (from < 0 || wanted < from) continue
      const row = rowAt(ids, from)
      const list = this.places.get(row)
      if (list) list.push(from)
      else this.places.set(row, [from])
    }
  }

  at(ids: Int32Array, from: number): readonly number[] {
    return from + ROW > ids.length ? [] : (this.places.get(rowAt(ids, from)) ?? [])
  }
}

/** One number for a row of numbers. */
function rowAt(ids: Int32Array, from: number): number {
  let row = 0
  for (let step = 0; step < ROW; step++) row = row * MOST_IDS + (ids[from + step] ?? 0)
  return row
}

/** Three numbers below it make one that is exact. */
const MOST_IDS = 200_000
