import { type Places, ROW, type TokenRange } from './token-index'

/**
 * Whether text that was put in repeats so much of a claim and of what stands beside it that it may be the claim's
 * own, edited, and the place a copy of it. Which of two likenesses came first, the texts do not tell, however far
 * the surroundings of one of them agree.
 */
export function hasCopy(places: Places, claim: TokenRange, now: number): boolean {
  const { nowIds, weightOf } = places.alignment
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

/** The weight of repeated tokens, less that of the others between them, that makes a copy: anywhere, or right beside the place. */
const COPY = 4
const COPY_BESIDE = 1.1
/** In tokens: how far right beside is, and how far from a claim what is sought with it stands. */
const NEAR = 2
const AROUND = 10

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
