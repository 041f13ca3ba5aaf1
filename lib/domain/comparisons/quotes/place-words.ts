/** A word of the print as it is placed, beside the words of the source given as numbers. */
export interface Placeable {
  /** Equal numbers, equal words; -1 for a word that the source has nowhere, and for the newsroom's own. */
  id: number
  /** What finding it counts beside a word: a letter of a script without spaces tells less. */
  weight: number
  /** The newsroom's own words stand for any words, and cost nothing. */
  isOwn: boolean
  /** Whether an omission is marked behind it. */
  isCut: boolean
}

/**
 * For each word of the print the word of the source that it answers to, by index; -1 where it answers to none. A word
 * may answer to another one in its place. The cheapest way through the source is taken (Gotoh's alignment, with leaps to
 * any place of it): time and memory grow with the product of both lengths.
 */
export function placeWords(printed: readonly Placeable[], source: Int32Array): Int32Array {
  const table = filled(printed, source)
  return traced(table, printed, source)
}

/** What a word that is found counts, if it is rare in the source or not, and what each departure costs. */
const RARE = 2
const COMMON = 1
const OTHER_WORD = -1
const PUT_IN = -1.5
const LEAP = -10
const LEAP_AT_A_MARK = -5
const LEFT_OUT = { first: -1.2, next: -0.18 }
const LEFT_OUT_AT_A_MARK = { first: -0.2, next: -0.05 }
const LEFT_OUT_FOR_OWN_WORDS = { first: -0.2, next: -0.1 }

/** How a cell was reached: by its word, by putting the word in, or by a leap; and whether words were left out before. */
const BY_WORD = 1
const BY_PUT_IN = 2
const BY_LEAP = 3
const BEHIND_GAP = 4
/** That the gap at a cell goes on from the one before it. */
const GAP_GOES_ON = 8

interface Table {
  how: Uint8Array
  /** Where the best way through each row's words ends, by index of the source. */
  best: Int32Array
}

function filled(printed: readonly Placeable[], source: Int32Array): Table {
  const width = source.length + 1
  const how = new Uint8Array((printed.length + 1) * width)
  const best = new Int32Array(printed.length + 1)
  const worth = worthOf(source)
  let reached = new Float32Array(width)
  let gap = new Float32Array(width).fill(Number.NEGATIVE_INFINITY)
  let bestValue = 0
  for (const [row, { id, weight, isOwn, isCut }] of printed.entries()) {
    const now = new Float32Array(width)
    const nowGap = new Float32Array(width).fill(Number.NEGATIVE_INFINITY)
    const base = (row + 1) * width
    const leap = printed[row - 1]?.isCut ? LEAP_AT_A_MARK : LEAP
    const putIn = isOwn ? 0 : PUT_IN
    const skip = isCut ? LEFT_OUT_AT_A_MARK : isOwn ? LEFT_OUT_FOR_OWN_WORDS : LEFT_OUT
    let [rowBest, rowAt] = [Number.NEGATIVE_INFINITY, 0]
    for (let at = 0; at < width; at++) {
      const above = reached[at] ?? 0
      const aboveGap = gap[at] ?? 0
      let value = Math.max(above, aboveGap) + putIn
      let way = aboveGap > above ? BY_PUT_IN | BEHIND_GAP : BY_PUT_IN
      if (at > 0 && !isOwn) {
        const [before, beforeGap] = [reached[at - 1] ?? 0, gap[at - 1] ?? 0]
        const same = source[at - 1] === id
        const step = same ? weight * (worth[id] ?? 0) : OTHER_WORD
        const on = Math.max(before, beforeGap) + step
        if (on >= value) {
          value = on
          way = beforeGap > before ? BY_WORD | BEHIND_GAP : BY_WORD
        }
        if (same && row > 0 && bestValue + leap + step > value) {
          value = bestValue + leap + step
          way = BY_LEAP
        }
      }
      const opens = at > 0 ? (now[at - 1] ?? 0) + skip.first : Number.NEGATIVE_INFINITY
      const goesOn = at > 0 ? (nowGap[at - 1] ?? 0) + skip.next : Number.NEGATIVE_INFINITY
      nowGap[at] = Math.max(opens, goesOn)
      now[at] = value
      how[base + at] = goesOn > opens ? way | GAP_GOES_ON : way
      if (value > rowBest) {
        rowBest = value
        rowAt = at
      }
    }
    bestValue = rowBest
    best[row + 1] = rowAt
    reached = now
    gap = nowGap
  }
  return { how, best }
}

/** A word that stands in the source more often than once in so many is common. */
const SELDOM = 150

function worthOf(source: Int32Array): Float32Array {
  const counts = new Map<number, number>()
  for (const id of source) counts.set(id, (counts.get(id) ?? 0) + 1)
  const most = Math.max(2, source.length / SELDOM)
  const worth = new Float32Array(Math.max(0, ...counts.keys()) + 1)
  for (const [id, count] of counts) worth[id] = count > most ? COMMON : RARE
  return worth
}

function traced(
  { how, best }: Table,
  printed: readonly Placeable[],
  source: Int32Array,
): Int32Array {
  const width = source.length + 1
  const places = new Int32Array(printed.length).fill(-1)
  let at = best[printed.length] ?? 0
  for (let row = printed.length; row > 0; row--) {
    const way = how[row * width + at] ?? 0
    const kind = way & 3
    if (kind !== BY_PUT_IN) places[row - 1] = at - 1
    if (kind === BY_LEAP) {
      at = best[row - 1] ?? 0
      continue
    }
    if (kind === BY_WORD) at--
    if ((way & BEHIND_GAP) === 0) continue
    while (((how[(row - 1) * width + at] ?? 0) & GAP_GOES_ON) !== 0) at--
    at--
  }
  return places
}
