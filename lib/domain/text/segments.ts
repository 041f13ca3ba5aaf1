import type { Span } from './blocks'

/** A piece of text that lies in the same claims from its beginning to its end. */
export interface Segment extends Span {
  /** Which of the given spans lie over it, by index, the shortest last. */
  over: number[]
}

/**
 * Cuts a block at the borders of the spans that overlap it. The segments follow each other without a
 * gap, so their texts together are the block's text.
 */
export function segmentsOf(block: Span, spans: readonly Span[]): Segment[] {
  const inside = spans
    .map(({ start, end }, index) => ({
      index,
      start: Math.max(start, block.start),
      end: Math.min(end, block.end),
    }))
    .filter(({ start, end }) => start < end)
  const borders = new Set([block.start, block.end])
  for (const { start, end } of inside) borders.add(start).add(end)
  const cuts = [...borders].sort((a, b) => a - b)

  const longestFirst = inside.sort((a, b) => b.end - b.start - (a.end - a.start))
  return cuts.slice(0, -1).map((start, at) => {
    const end = cuts[at + 1] ?? block.end
    const over = longestFirst
      .filter((span) => span.start < end && span.end > start)
      .map(({ index }) => index)
    return { start, end, over }
  })
}
