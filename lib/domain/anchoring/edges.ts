import type { Places, TokenRange } from './token-index'

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

/** The weight of a small word or two, which stand anywhere. */
const LITTLE = 0.3
