import type { Span } from '../text/blocks'
import type { Alignment } from '../text/diff/alignment'
import type { TypographicDifference } from '../text/typography'
import { alignedPlace, isKnown, isMoved, isOnlyPlace, placesOf } from './certainty'
import { type Guess, guess } from './proposal'
import { Places, type TokenRange, tokensIn } from './token-index'

/** The words are the same, or differ in form alone, and this is their place: carried without a person. */
export interface Carried {
  /** `moved`: what stands around the claim was put elsewhere in the text. */
  what: 'kept' | 'moved'
  at: Span
  /** Where only the form differs; empty if no character does. */
  typographic: TypographicDifference[]
}

/** What a person has to decide, with what a program can say about it. Nothing of it is carried. */
export type Undecided =
  | {
      /** Other words stand there now; or the same, joined or parted otherwise. */
      what: 'changed'
      proposal: Proposal
      /** Where the old words stand too, and may be the claim's. */
      elsewhere: Span[]
    }
  | {
      /** The words are there, and nothing tells which place, or whether any, is the claim's; the likeliest first. */
      what: 'ambiguous'
      places: [Span, ...Span[]]
    }
  | {
      /** The words are gone, and nothing like them stands in their place. */
      what: 'missing'
      /** The offset in the new text where the claim would stand. */
      stood: number
    }

export type Reanchoring = Carried | Undecided

export interface Proposal {
  at: Span
  /** From 0 (nothing in common) to 1 (the same words). */
  likeness: number
}

/** Something that has a place in the old text, and what becomes of it. */
export interface Carrying<Placed> {
  of: Placed
  outcome: Reanchoring
}

/**
 * Says of all that has a place in a text where it stands in the next one: an answer for each, in their order.
 *
 * Something is carried (`kept`, `moved`) only where its exact words, but for their typographic form, were found in a
 * place that what stands around it tells from all others. Everything else is left to a person. Spans are in UTF-16
 * units.
 */
export function reanchor<Placed extends Span>(
  alignment: Alignment,
  placed: readonly Placed[],
): Carrying<Placed>[] {
  const places = new Places(alignment)
  return placed.map((of) => {
    const range = tokensIn(alignment.old.tokens, of)
    return { of, outcome: carried(places, of, range) ?? undecided(places, of, range) }
  })
}

function carried(places: Places, claim: Span, range: TokenRange): Carried | null {
  const now = alignedPlace(places, range)
  if (now === null) return null
  const typographic = places.formsAt(range, now)
  const at = typographic && spanAt(places, claim, range, now)
  if (!at || !isOnlyPlace(places, range, now) || !isKnown(places, range, now)) return null
  return { what: isMoved(places, range) ? 'moved' : 'kept', at, typographic }
}

/** The claim's span at a place of the same tokens; `null` where it begins or ends within a token of another form. */
function spanAt(
  { alignment: { old, now } }: Places,
  claim: Span,
  { from, to }: TokenRange,
  place: number,
): Span | null {
  const [first, last] = [old.tokens[from], old.tokens[to - 1]]
  const [head, tail] = [now.tokens[place], now.tokens[place + to - from - 1]]
  if (!first || !last || !head || !tail) return null
  const sameRaw = (a: Span, b: Span) =>
    old.text.slice(a.start, a.end) === now.text.slice(b.start, b.end)
  const into = Math.max(0, claim.start - first.start)
  const off = Math.max(0, last.end - claim.end)
  if ((into > 0 && !sameRaw(first, head)) || (off > 0 && !sameRaw(last, tail))) return null
  return { start: head.start + into, end: tail.end - off }
}

function undecided(places: Places, claim: Span, range: TokenRange): Undecided {
  const spans = placesOf(places, range).flatMap(
    (place) => spanAt(places, claim, range, place) ?? [],
  )
  const likely = guess(places, range)
  const isStillThere = likely?.isInPlace && alignedPlace(places, range) === null
  const [first, ...rest] = isStillThere ? [] : spans
  if (first) return { what: 'ambiguous', places: [first, ...rest] }
  if (likely) return { what: 'changed', proposal: onPaper(places, likely), elsewhere: spans }
  return { what: 'missing', stood: stoodAt(places, range) }
}

function onPaper({ alignment: { now } }: Places, { from, to, likeness }: Guess): Proposal {
  const start = now.tokens[from]?.start ?? now.text.length
  return { at: { start, end: now.tokens[to - 1]?.end ?? start }, likeness }
}

/** Behind what stood before the claim, or else before what stood behind it. */
function stoodAt({ alignment: { toNow, now } }: Places, { from, to }: TokenRange): number {
  for (let at = from - 1; at >= 0; at--) {
    const token = now.tokens[toNow[at] ?? -1]
    if (token) return token.end
  }
  for (let at = to; at < toNow.length; at++) {
    const token = now.tokens[toNow[at] ?? -1]
    if (token) return token.start
  }
  return 0
}
