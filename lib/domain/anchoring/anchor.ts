import { Refusal } from '../refusal'
import { type Span, splitsPair } from '../text/blocks'

/**
 * Where a claim stands in one revision: a W3C Web Annotation TextQuoteSelector (§4.2.4) together with
 * its TextPositionSelector (§4.2.5), the positions counted in UTF-16 units.
 */
export interface Anchor extends Span {
  exact: string
  prefix: string
  suffix: string
}

/** How much of the surroundings an anchor remembers on either side, in UTF-16 units. */
export const CONTEXT = 64

/**
 * The anchor of a selection, without the white space at its ends.
 *
 * Refuses a selection of nothing, one outside the text, and one that cuts a character in two.
 */
export function anchorAt(text: string, selection: Span): Anchor {
  const inside =
    Number.isInteger(selection.start) &&
    Number.isInteger(selection.end) &&
    selection.start >= 0 &&
    selection.end <= text.length
  if (!inside) throw new Refusal('invalid', 'These words are not in this text.')

  const { start, end } = trimmed(text, selection)
  if (start >= end) throw new Refusal('invalid', 'Select the words of the claim first.')
  if (splitsPair(text, start) || splitsPair(text, end)) {
    throw new Refusal('invalid', 'The selection cuts a character in two. Select it whole.')
  }
  return {
    start,
    end,
    exact: text.slice(start, end),
    prefix: text.slice(wholeAfter(text, start - CONTEXT), start),
    suffix: text.slice(end, wholeBefore(text, end + CONTEXT)),
  }
}

function trimmed(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end)
  return {
    start: start + (words.length - words.trimStart().length),
    end: end - (words.length - words.trimEnd().length),
  }
}

function wholeAfter(text: string, offset: number): number {
  const inside = Math.max(0, offset)
  return splitsPair(text, inside) ? inside + 1 : inside
}

function wholeBefore(text: string, offset: number): number {
  const inside = Math.min(text.length, offset)
  return splitsPair(text, inside) ? inside - 1 : inside
}
