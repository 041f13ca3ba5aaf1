import type { Alignment } from '../text/diff/alignment'
import { hasCopy, hasLooseEdge } from './doubts'
import type { Places, Reach, TokenRange } from './token-index'

/**
 * The place in the new text where a claim's words were found because of what stands around them; `null` where
 * they do not stand there in a row. A full stop or another small word of theirs may have been paired elsewhere.
 */
export function alignedPlace({ alignment }: Places, { from, to }: TokenRange): number | null {
  const { oldIds, nowIds, toNow, weightOf } = alignment
  if (from === to) return null
  const best = weightiest(alignment, { from, to })
  const shift = (toNow[best] ?? -1) - best
  if (shift < -best) return null
  let [whole, paired] = [0, 0]
  for (let at = from; at < to; at++) {
    if (oldIds[at] !== nowIds[at + shift]) return null
    const weight = weightOf(oldIds[at] ?? 0)
    whole += weight
    if (toNow[at] === at + shift) paired += weight
  }
  return paired >= PAIRED * whole ? from + shift : null
}

/** Of a claim's weight, so much has to be paired with its place. */
const PAIRED = 0.7

/** The index of the claim's heaviest token, of those that are paired if any is. */
function weightiest({ oldIds, toNow, weightOf }: Alignment, { from, to }: TokenRange): number {
  let [best, most] = [from, -1]
  for (let at = from; at < to; at++) {
    const weight = weightOf(oldIds[at] ?? 0) + ((toNow[at] ?? -1) >= 0 ? 1 : 0)
    if (weight > most) [best, most] = [at, weight]
  }
  return best
}

/** Whether a claim stands in a part of the text that was moved. */
export function isMoved({ alignment }: Places, claim: TokenRange): boolean {
  return alignment.moved[weightiest(alignment, claim)] === 1
}

/**
 * Whether nothing speaks for another place: the surroundings agree further there than at any other place of these
 * words in either text, or those other places belong to each other; and nothing that was put in or taken out may be
 * the claim's own, and this place its copy.
 */
export function isOnlyPlace(places: Places, claim: TokenRange, now: number): boolean {
  const own = places.reach(claim, now)
  const mayBeAt = (other: number) =>
    other !== now &&
    !exceeds(own, places.reach(claim, other)) &&
    !belongsToOther(places, claim, other)
  const mayBeOf = (other: number) => {
    const twin = twinOf(claim, other)
    const reach = places.reach(twin, now)
    if (other === claim.from || exceeds(own, reach)) return false
    const elsewhere = alignedPlace(places, twin)
    return elsewhere === null || !exceeds(places.reach(twin, elsewhere), reach)
  }
  return (
    !places.inNowOf(claim).some(mayBeAt) &&
    !places.inOldOf(claim).some(mayBeOf) &&
    !hasLooseEdge(places, claim, now) &&
    !hasCopy(places, claim, now)
  )
}

/**
 * Where the claim's words stand in the new text, but for places that belong to the same words elsewhere in the
 * old one: where most of what stands around them agrees first.
 */
export function placesOf(places: Places, claim: TokenRange): number[] {
  if (claim.from === claim.to) return []
  const closeness = (now: number) => {
    const { left, right } = places.reach(claim, now)
    return (
      Math.min(left, FAR) + Math.min(right, FAR) + (alignedPlace(places, claim) === now ? 1 : 0)
    )
  }
  return places
    .inNowOf(claim)
    .filter((now) => places.formsAt(claim, now) !== null)
    .filter((now) => !belongsToOther(places, claim, now))
    .map((now) => ({ now, closeness: closeness(now) }))
    .sort((one, other) => other.closeness - one.closeness)
    .map(({ now }) => now)
}

const FAR = 200

/** Whether a place is that of the same words elsewhere in the old text, and agrees further with those. */
function belongsToOther(places: Places, claim: TokenRange, now: number): boolean {
  const { alignment } = places
  const step = weightiest(alignment, claim) - claim.from
  const twin = twinOf(claim, (alignment.toOld[now + step] ?? -1) - step)
  if (twin.from < 0 || twin.from === claim.from || alignedPlace(places, twin) !== now) return false
  return exceeds(places.reach(twin, now), places.reach(claim, now))
}

const twinOf = ({ from, to }: TokenRange, other: number) => ({ from: other, to: other + to - from })

/** Agrees at least as far on both sides, and clearly further in all. */
function exceeds(one: Reach, other: Reach): boolean {
  if (one.left < other.left || one.right < other.right) return false
  return one.left + one.right >= other.left + other.right + CLEARLY
}

const CLEARLY = 3

/** Whether enough of the words of a claim and around it were found at and around a place to know it for the claim's own. */
export function isKnown({ alignment }: Places, { from, to }: TokenRange, now: number): boolean {
  const { toNow, old } = alignment
  let [words, found] = [0, 0]
  for (let at = Math.max(0, from - NEAR); at < Math.min(to + NEAR, toNow.length); at++) {
    const kind = old.tokens[at]?.kind
    if (kind !== 'word' && kind !== 'unspaced') continue
    words++
    const image = toNow[at] ?? -1
    if (image >= now - NEAR && image < now + to - from + NEAR) found++
  }
  return found >= Math.min(ENOUGH, words)
}

/** In tokens, how far around a claim is near; and how many words that are found there, its own among them, tell its place. */
const NEAR = 14
const ENOUGH = 6
