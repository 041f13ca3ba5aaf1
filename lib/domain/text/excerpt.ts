import { type PlacedBlock, type Span, splitsPair } from './blocks'

/** How much of their own paragraph is shown on either side of words, in UTF-16 units. */
const AROUND = 240

/** Words with what stands around them in their own paragraphs, cut at spaces where that is long. */
export function excerptAround(
  text: string,
  blocks: readonly PlacedBlock[],
  { start, end }: Span,
): { before: string; words: string; after: string } {
  const first = blocks.find((block) => block.end > start)?.start ?? start
  const last = blocks.findLast((block) => block.start < end)?.end ?? end
  const before = text.slice(first, start)
  const after = text.slice(end, last)
  return {
    before: before.length > AROUND ? `… ${ending(before)}` : before,
    words: text.slice(start, end),
    after: after.length > AROUND ? `${beginning(after)} …` : after,
  }
}

function ending(text: string): string {
  const from = text.length - AROUND
  const space = text.indexOf(' ', from)
  if (space >= 0) return text.slice(space + 1)
  return text.slice(splitsPair(text, from) ? from + 1 : from)
}

function beginning(text: string): string {
  const space = text.lastIndexOf(' ', AROUND)
  if (space > 0) return text.slice(0, space)
  return text.slice(0, splitsPair(text, AROUND) ? AROUND - 1 : AROUND)
}
