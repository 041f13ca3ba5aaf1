import { LONGEST_TEXT, type Span, splitsPair } from '../text/blocks'

/** A part of a text: where it begins there, in UTF-16 units, and the number of its first line. */
export interface TextPart {
  text: string
  start: number
  line: number
  isWhole: boolean
}

/** As much of a text as a page shows: all, or of a longer one whole lines around a place in it, or from its beginning. */
export function partAround(text: string, place: Span | null, most = LONGEST_TEXT): TextPart {
  if (text.length <= most) return { text, start: 0, line: 1, isWhole: true }
  const from = Math.max(0, (place?.start ?? 0) - Math.floor(most / 2))
  const start = lineBreak(text, from, from === 0 ? from : from + most / 4)
  const end = text.lastIndexOf('\n', start + most)
  const to = end > (place?.end ?? start) ? end : start + most
  const line = text.slice(0, start).split('\n').length
  return {
    text: text.slice(start, splitsPair(text, to) ? to - 1 : to),
    start,
    line,
    isWhole: false,
  }
}

/** Where a line begins at or after a place, if one does soon; else the place itself, or the character's end. */
function lineBreak(text: string, from: number, soon: number): number {
  if (from === 0) return 0
  const next = text.indexOf('\n', from - 1) + 1
  if (next > 0 && next <= soon) return next
  return splitsPair(text, from) ? from + 1 : from
}
