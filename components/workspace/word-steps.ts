import { segmenterOf } from '@/lib/domain/segmenter'
import type { PlacedBlock, Span } from '@/lib/domain/text'

export type Unit = 'word' | 'sentence'

/** The word or sentence next to a span in the text, across blocks; the first or last one when nothing is chosen. */
export function nextSpan(
  { text, blocks }: { text: string; blocks: readonly PlacedBlock[] },
  language: string,
  from: Span | null,
  { unit, by }: { unit: Unit; by: 1 | -1 },
): Span | null {
  const order = by === 1 ? blocks : [...blocks].reverse()
  const beyond = (block: Span) =>
    !from || (by === 1 ? block.end > from.end : block.start < from.start)
  for (const block of order.filter(beyond)) {
    const spans = unitsOf(text, block, language, unit)
    const next =
      by === 1
        ? spans.find((span) => !from || span.start >= from.end)
        : spans.findLast((span) => !from || span.end <= from.start)
    if (next) return next
  }
  return null
}

function unitsOf(text: string, block: Span, language: string, unit: Unit): Span[] {
  const segmenter = segmenterOf(language, unit)
  const units: Span[] = []
  for (const { index, segment, isWordLike } of segmenter.segment(
    text.slice(block.start, block.end),
  )) {
    if (unit === 'word' && !isWordLike) continue
    const start = block.start + index
    units.push({ start, end: start + segment.trimEnd().length })
  }
  return units
}
