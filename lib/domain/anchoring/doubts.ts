import { type Places, ROW, type TokenRange } from './token-index'

/**
 * Whether text that was put in repeats so much of a claim and of what stands beside it that it may be the claim's
 * own, edited, and the place a copy of it. Which of two likenesses came first, the texts do not tell, however far
 * the surroundings of one of them agree.
 */
export function hasCopy(places: Places, claim: TokenRange, now: number): boolean {
  const { nowIds, weightOf } = places.alignment
  if (!repeatsMost(places, claim)) return false
  const run = places.runAround(claim, now)
  const shift = now - claim.from
  const isBeside = (from: number, to: number) =>
    Math.abs(run.from + shift - to) <= NEAR || Math.abs(from - run.to - shift) <= NEAR
  let [score, first, last] = [0, 0, 0]
  for (const at of repeatsOf(places, claim)) {
    score -= places.weightBetween(last, at)
    if (score <= 0) [score, first] = [0, at]
    score += weightOf(nowIds[at] ?? 0)
    last = at + 1
    if (score >= COPY || (score >= COPY_BESIDE && isBeside(first, last))) return true
  }
  return false
}

/**
 * The weight of repeated tokens, less that of the others between them, that makes a copy: anywhere, and right beside
 * the place. Measured on random edits: higher, more claims are carried to copies; lower, more are left to a person.
 */
const COPY = 3.5
const COPY_BESIDE = 2.2
/** In tokens: how far from the place is right beside it, and how much around a claim is sought with it. */
const NEAR = 2
const AROUND = 10

/** Whether what was put in has so much of the claim's own words that it may be the claim, and not only its like ending. */
function repeatsMost(places: Places, { from, to }: TokenRange): boolean {
  const { oldIds, weightOf } = places.alignment
  let [whole, repeated, row] = [0, 0, from]
  for (let at = from; at < to; at++) {
    const weight = weightOf(oldIds[at] ?? 0)
    whole += weight
    if (places.rowsPutIn(at).length > 0) row = at + ROW
    if (at < row) repeated += weight
  }
  return repeated >= OWN * whole
}

/**
 * Of a claim's weight, so much has to be repeated: less, and a live blog's entries are left to a person for their like
 * endings; more, and claims are carried to copies.
 */
const OWN = 0.5

/** The tokens that were put in and repeat a row of a claim and of what stands beside it, in their order. */
function repeatsOf(places: Places, { from, to }: TokenRange): number[] {
  const { toOld } = places.alignment
  const found = new Set<number>()
  for (let old = Math.max(0, from - AROUND); old < to + AROUND; old++) {
    for (const now of places.rowsPutIn(old)) {
      for (let at = now; at < now + ROW; at++) if ((toOld[at] ?? -1) < 0) found.add(at)
    }
  }
  return [...found].sort((one, other) => one - other)
}

/**
 * Whether a word at either end of a claim may as well belong to what was put in or taken out beside it: from
 * `in May, less in May` to `in May` one cannot tell which `in May` was left.
 */
export function hasLooseEdge(places: Places, claim: TokenRange, now: number): boolean {
  const run = places.runAround(claim, now)
  const shift = now - claim.from
  return neighbours(places, run, shift).some((pair) => {
    const otherShift = pair.now - pair.old
    if (otherShift === shift) return false
    const other = places.runAround({ from: pair.old, to: pair.old }, pair.now)
    return [0, otherShift - shift].some((back) =>
      hasWord(places, {
        from: Math.max(claim.from, other.from + back),
        to: Math.min(claim.to, other.to + back),
      }),
    )
  })
}

/** The pairs that the first different tokens before and after a run belong to, in either text; both ends are a pair. */
function neighbours({ alignment }: Places, run: TokenRange, shift: number) {
  const { oldIds, nowIds, toNow, toOld } = alignment
  const ends = { old: oldIds.length, now: nowIds.length }
  return [run.from - 1, run.to].flatMap((old) => {
    const now = old + shift
    if (old < 0 || now < 0) return [{ old: 0, now: 0 }]
    if (old >= ends.old || now >= ends.now) return [ends]
    const pairs = [
      { old, now: toNow[old] ?? -1 },
      { old: toOld[now] ?? -1, now },
    ]
    return pairs.filter((pair) => pair.old >= 0 && pair.now >= 0)
  })
}

/** Whether words are among these tokens; where the claim was moved, words that say where they belong. */
function hasWord({ alignment }: Places, { from, to }: TokenRange): boolean {
  const { old, oldIds, moved, weightOf } = alignment
  let weight = 0
  for (let at = from; at < to; at++) {
    const kind = old.tokens[at]?.kind
    if (kind === 'word' || kind === 'unspaced') weight += weightOf(oldIds[at] ?? 0)
  }
  return weight > (moved[from] === 1 ? LITTLE : 0)
}

/** The weight of a small word or two, such as `of the`, which tell no place. */
const LITTLE = 0.3
