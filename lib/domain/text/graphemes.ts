import type { Span } from './blocks'
import { segmenterOf } from './segmenter'

/**
 * The span grown to whole characters as people read them (grapheme clusters, UAX #29), but never out
 * of what it lies in: a letter keeps its marks, a flag both its letters.
 */
export function wholeGraphemes(text: string, { start, end }: Span, within: Span): Span {
  return {
    start: isBorder(text, start) ? start : characterAt(text, start, within).start,
    end: isBorder(text, end) ? end : characterAt(text, end, within).end,
  }
}

/** Letters, figures and marks that are a character by themselves, whatever stands beside them. */
const ALONE =
  /[ -~\u00a0-\u00a8\u00aa-\u00ac\u00af-\u02ff\u2010-\u2027\u20a0-\u20b5\u3001-\u3011\u3041-\u3096\u30a1-\u30fa\u4e00-\u9fff\uac00-\ud7a3]/

/** Whether it is certain at a glance that a character ends here and another begins. */
function isBorder(text: string, offset: number): boolean {
  return ALONE.test(text.charAt(offset - 1)) && ALONE.test(text.charAt(offset))
}

/** How far around is looked for the borders of a character, in UTF-16 units: some have dozens of marks. */
const AROUND = 500

/** The character that an offset cuts; empty where it stands between two. */
function characterAt(text: string, offset: number, within: Span): Span {
  let from = Math.max(within.start, offset - 1)
  while (from > Math.max(within.start, offset - AROUND) && !isBorder(text, from)) from--
  const seen = text.slice(from, Math.min(within.end, offset + AROUND))
  const character = segmenterOf('en', 'grapheme')
    .segment(seen)
    .containing(offset - from)
  if (!character || from + character.index === offset) return { start: offset, end: offset }
  const start = from + character.index
  return { start, end: start + character.segment.length }
}
