import { fillGap } from '../text/diff/fill-gaps'
import type { Places, TokenRange } from './token-index'

/** Where a claim whose words were changed most likely stands now, as tokens of the new text. */
export interface Guess extends TokenRange {
  /** From 0 (nothing in common) to 1 (the same words). */
  likeness: number
  /** Whether it stands where the claim stood, and not merely resembles it. */
  isInPlace: boolean
}

/**
 * The likeliest place of a claim's words in the new text; `null` if hardly any are there. Fainter likenesses are
 * not told: on real revisions nine of ten were of claims that had been cut, and no likeness told the tenth.
 */
export function guess(places: Places, claim: TokenRange): Guess | null {
  const window = bestWindow(hitsOf(places, claim), Math.ceil((claim.to - claim.from) * 1.6) + 4)
  const found = window && narrowed(places, claim, window)
  const resembles = found && judged(places, claim, found)
  const put = resembles?.isInPlace ? null : replacement(places, claim)
  return put
    ? { ...put, likeness: likenessOf(places, claim, put).likeness, isInPlace: true }
    : resembles
}

/** A place that is like enough to be proposed; `null` otherwise. */
function judged(places: Places, claim: TokenRange, now: TokenRange): Guess | null {
  const { toNow, oldIds, weightOf } = places.alignment
  let paired = 0
  for (let at = claim.from; at < claim.to; at++) {
    const image = toNow[at] ?? -1
    if (image >= now.from && image < now.to) paired += weightOf(oldIds[at] ?? 0)
  }
  const isInPlace = paired >= IN_PLACE * weigh(oldIds, weightOf, claim)
  const { likeness, common } = likenessOf(places, claim, now)
  const isLikely = likeness >= ALIKE || (likeness >= LIKE && common >= FEW_WORDS)
  return isLikely ? { ...now, likeness, isInPlace } : null
}

/** How like its words something has to be to be proposed as the claim: with a few words in common, and with fewer. */
const LIKE = 0.32
const FEW_WORDS = 4
const ALIKE = 0.6

/** The share of a claim's words that has to be found in its place for the place to be that of its change. */
const IN_PLACE = 0.3

/** How much more a pair of the alignment counts than a word found anywhere, and a word that is paired with another. */
const PAIRED = 2
const TAKEN = 0.15
/** A token of the claim found in the new text. */
interface Hit {
  now: number
  old: number
  weight: number
}

/** A word that stands more often than this is no hint. */
const OFTEN = 40

function hitsOf(places: Places, claim: TokenRange): Hit[] {
  const { oldIds, toNow, toOld, weightOf } = places.alignment
  const hits: Hit[] = []
  for (let old = claim.from; old < claim.to; old++) {
    const id = oldIds[old] ?? 0
    const paired = toNow[old] ?? -1
    if (paired >= 0) hits.push({ old, now: paired, weight: weightOf(id) * PAIRED })
    const everywhere = places.nowAt(id)
    if (everywhere.length > OFTEN) continue
    for (const now of everywhere) {
      if (now === paired) continue
      const taken = (toOld[now] ?? -1) >= 0
      hits.push({ old, now, weight: weightOf(id) * (taken ? TAKEN : 1) })
    }
  }
  return hits.sort((one, other) => one.now - other.now)
}

/** The window of so many tokens in which different tokens of the claim weigh most, from hits in the order of the new text. */
function bestWindow(hits: readonly Hit[], width: number): (TokenRange & { weight: number }) | null {
  const inside = new Map<number, number[]>()
  let [sum, best, first] = [0, 0, 0]
  let window: (TokenRange & { weight: number }) | null = null
  for (const hit of hits) {
    for (let out = hits[first]; out && out.now <= hit.now - width; out = hits[++first]) {
      const weights = inside.get(out.old) ?? []
      sum -= Math.max(0, ...weights)
      weights.shift()
      sum += Math.max(0, ...weights)
    }
    const weights = inside.get(hit.old) ?? []
    sum -= Math.max(0, ...weights)
    weights.push(hit.weight)
    sum += Math.max(0, ...weights)
    inside.set(hit.old, weights)
    if (sum > best) {
      best = sum
      window = { from: hits[first]?.now ?? hit.now, to: hit.now + 1, weight: best }
    }
  }
  return window
}

/**
 * From the first to the last token of the claim that stands in the window, in order, and what was put in the place of
 * the rest. A token that is paired with one outside the claim is neither first nor last.
 */
function narrowed({ alignment }: Places, claim: TokenRange, window: TokenRange): TokenRange | null {
  const { oldIds, nowIds, toNow, toOld, weightOf } = alignment
  const found: { old: number; now: number }[] = []
  const gap = { oldStart: claim.from, oldEnd: claim.to, nowStart: window.from, nowEnd: window.to }
  fillGap(oldIds, nowIds, weightOf, gap, ({ old, now, length }) => {
    for (let step = 0; step < length; step++) {
      const owner = toOld[now + step] ?? -1
      if (owner < 0 || (owner >= claim.from && owner < claim.to))
        found.push({ old: old + step, now: now + step })
    }
  })
  found.sort((one, other) => one.now - other.now)
  const [first, last] = [found[0], found.at(-1)]
  if (!first || !last) return null
  const [from, to] = [first.now, last.now + 1]
  const [before, after] = [toNow[claim.from - 1] ?? -1, toNow[claim.to] ?? -1]
  const [lost, lostAfter] = [first.old - claim.from, claim.to - last.old - 1]
  return {
    from: before >= 0 && before < from && from - before - 1 <= reachOf(lost) ? before + 1 : from,
    to: after >= to && after - to <= reachOf(lostAfter) ? after : to,
  }
}

/** How many tokens may stand for so many that are gone. */
const reachOf = (lost: number) => (lost === 0 ? 0 : 2 * lost + 2)

/** Twice the weight of what is common, over the weight of both (Dice), and how many words are common. */
function likenessOf({ alignment }: Places, claim: TokenRange, now: TokenRange) {
  const { oldIds, nowIds, weightOf, old } = alignment
  let [weight, common] = [0, 0]
  const gap = { oldStart: claim.from, oldEnd: claim.to, nowStart: now.from, nowEnd: now.to }
  fillGap(oldIds, nowIds, weightOf, gap, (run) => {
    weight += weigh(oldIds, weightOf, { from: run.old, to: run.old + run.length })
    for (let at = run.old; at < run.old + run.length; at++) {
      const kind = old.tokens[at]?.kind
      if (kind === 'word' || kind === 'unspaced') common++
    }
  })
  const whole = weigh(oldIds, weightOf, claim) + weigh(nowIds, weightOf, now)
  return { likeness: whole === 0 ? 0 : (2 * weight) / whole, common }
}

function weigh(
  ids: Int32Array,
  weightOf: (id: number) => number,
  { from, to }: TokenRange,
): number {
  let sum = 0
  for (let at = from; at < to; at++) sum += weightOf(ids[at] ?? 0)
  return sum
}

/**
 * The few words that were put in place of a claim of a few, where the words beside it were found; `null` where
 * nothing was put, or the surroundings are gone too.
 */
function replacement({ alignment: { toNow } }: Places, claim: TokenRange): TokenRange | null {
  const length = claim.to - claim.from
  const before = toNow[claim.from - 1] ?? -1
  const after = toNow[claim.to] ?? -1
  const put = after - before - 1
  if (before < 0 || after < 0 || length > FEW || put < 1 || put > 2 * length + 2) return null
  return { from: before + 1, to: after }
}

const FEW = 6
