import type { Places, Reach, TokenRange } from './reanchor-places'
import { bestWindow, type Hit, OFTEN } from './reanchor-windows'

/**
 * Whether text that was put in resembles the claim and its surroundings so much that it may be the claim's own,
 * edited, and the place a copy of it. Which of two likenesses came first, the texts do not tell.
 */
export function hasCopy(places: Places, claim: TokenRange, now: number): boolean {
  const { left, right } = places.reach(claim, now)
  const run = places.runAround(claim, now)
  const { oldIds } = places.alignment
  const sides: TokenRange[] = []
  if (!isFirm(left, claim.from))
    sides.push({ from: Math.max(0, claim.from - AROUND), to: claim.from })
  if (!isFirm(right, oldIds.length - claim.to)) {
    sides.push({ from: claim.to, to: Math.min(oldIds.length, claim.to + AROUND) })
  }
  if (sides.length === 0) return false
  const shift = now - claim.from
  const sought = widened(claim, oldIds.length)
  const copy = likeliestCopy(places, sought, { from: run.from + shift, to: run.to + shift })
  if (copy === null) return false
  return sides.every((side) => {
    const own = commonWith(places, side, side.from + shift)
    return commonWith(places, side, side.from + copy - sought.from) >= RIVAL * own
  })
}

/** Whether both sides agree so far that they leave no doubt. */
export function agreesFirmly(
  { alignment: { oldIds } }: Places,
  { from, to }: TokenRange,
  { left, right }: Reach,
): boolean {
  return isFirm(left, from) && isFirm(right, oldIds.length - to)
}

/** Whether one side agrees so far that it leaves no doubt: a good piece, or to the end of both texts. */
function isFirm(reach: number, end: number): boolean {
  return reach >= FIRM || reach > end
}

/** In tokens. */
const FIRM = 60
/** A short claim is sought with what stands beside it, so many tokens in all; likenesses are compared with so many more. */
const SOUGHT = 14
const AROUND = 30
const SLACK = 8
/** The share of the weight of what is sought that makes a copy, and of its surroundings that makes a rival. */
const ALIKE = 0.7
const RIVAL = 0.6

function widened({ from, to }: TokenRange, length: number): TokenRange {
  const beside = Math.max(0, Math.ceil((SOUGHT - (to - from)) / 2))
  return { from: Math.max(0, from - beside), to: Math.min(length, to + beside) }
}

/** Where among the tokens that were put in most of the sought ones stand together, if most of them do. */
function likeliestCopy(places: Places, sought: TokenRange, place: TokenRange): number | null {
  const { oldIds, toOld, weightOf } = places.alignment
  const hits: Hit[] = []
  let whole = 0
  for (let old = sought.from; old < sought.to; old++) {
    const id = oldIds[old] ?? 0
    const everywhere = places.nowAt(id)
    if (everywhere.length > OFTEN) continue
    whole += weightOf(id)
    for (const now of everywhere) {
      const of = toOld[now] ?? -1
      const isPut = of < 0 || (of >= sought.from && of < sought.to)
      if (isPut && (now < place.from || now >= place.to))
        hits.push({ old, now, weight: weightOf(id) })
    }
  }
  hits.sort((one, other) => one.now - other.now)
  const window = bestWindow(hits, Math.ceil((sought.to - sought.from) * 1.4) + 2)
  return window && window.weight >= ALIKE * whole ? window.from : null
}

/** The weight of the old tokens that a stretch of the new text holds too, in any order. */
function commonWith({ alignment }: Places, { from, to }: TokenRange, now: number): number {
  const { oldIds, nowIds, weightOf } = alignment
  const count = new Map<number, number>()
  for (
    let at = Math.max(0, now - SLACK);
    at < Math.min(nowIds.length, now + to - from + SLACK);
    at++
  ) {
    const id = nowIds[at] ?? 0
    count.set(id, (count.get(id) ?? 0) + 1)
  }
  let common = 0
  for (let at = from; at < to; at++) {
    const id = oldIds[at] ?? 0
    const left = count.get(id) ?? 0
    if (left === 0) continue
    count.set(id, left - 1)
    common += weightOf(id)
  }
  return common
}
