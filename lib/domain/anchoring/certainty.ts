import type { PlacedBlock } from '../text/blocks'
import type { Alignment } from '../text/diff/alignment'
import { hasCopy } from './copies'
import { hasLooseEdge } from './edges'
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

/** The share of a claim's words that has to be paired with those of its place. */
const PAIRED = 0.7

/** The token of the claim that says most, of those that were found if any was. */
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
 * Whether nothing speaks for another place: the surroundings agree further there than at any other place of
 * these words in either text, or those other places belong to each other; and nothing that was put in may be
 * the claim's own, edited, and this place its copy.
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
  if (places.inNowOf(claim).some(mayBeAt) || places.inOldOf(claim).some(mayBeOf)) return false
  return !hasLooseEdge(places, claim, now) && !hasCopy(places, claim, now)
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

/** Whether enough words around a place agree to know it for the claim's own. */
export function isKnown(
  places: Places,
  claim: TokenRange,
  now: number,
  blocks: { old: readonly PlacedBlock[]; now: readonly PlacedBlock[] },
): boolean {
  const run = places.runAround(claim, now)
  if (wordsIn(places, run, ENOUGH) >= ENOUGH) return true
  if (
    wordsIn(places, run, WHOLE) >= WHOLE &&
    isWholeBlock(places, run, now - claim.from + run.from, blocks)
  )
    return true
  if (isMoved(places, claim)) return false
  const once = places.inOldOf(claim).length === 1 && places.inNowOf(claim).length === 1
  return supportOf(places, claim, now) >= (once ? SUPPORT_ONCE : SUPPORT)
}

/** Words in a row that tell a place, the claim’s own among them. */
const ENOUGH = 6
/** Words that tell a place where they fill a block. */
const WHOLE = 3
/** Words near a claim, not in a row, that have to be found near it again: where its words stand once, and else. */
const SUPPORT_ONCE = 3
const SUPPORT = 6
const NEAR = 14

function wordsIn({ alignment }: Places, { from, to }: TokenRange, most: number): number {
  let words = 0
  for (let at = from; at < to && words < most; at++) {
    const kind = alignment.old.tokens[at]?.kind
    if (kind === 'word' || kind === 'unspaced') words++
  }
  return words
}

/** Whether a run of equal tokens holds a whole block of either text. */
function isWholeBlock(
  { alignment }: Places,
  run: TokenRange,
  now: number,
  blocks: { old: readonly PlacedBlock[]; now: readonly PlacedBlock[] },
): boolean {
  const length = run.to - run.from
  const holds = (
    tokens: readonly { start: number; end: number }[],
    from: number,
    list: readonly PlacedBlock[],
  ) => {
    const start = tokens[from]?.start ?? 0
    const end = tokens[from + length - 1]?.end ?? 0
    return list.some((block) => start <= block.start && block.end <= end && block.end > block.start)
  }
  return (
    holds(alignment.old.tokens, run.from, blocks.old) &&
    holds(alignment.now.tokens, now, blocks.now)
  )
}

function supportOf({ alignment }: Places, { from, to }: TokenRange, now: number): number {
  const { toNow, moved, old } = alignment
  let support = 0
  for (let at = Math.max(0, from - NEAR); at < Math.min(to + NEAR, toNow.length); at++) {
    if (at >= from && at < to) continue
    const image = toNow[at] ?? -1
    const kind = old.tokens[at]?.kind
    if (image < 0 || moved[at] === 1 || (kind !== 'word' && kind !== 'unspaced')) continue
    if (image >= now - NEAR && image < now + to - from + NEAR) support++
  }
  return support
}
