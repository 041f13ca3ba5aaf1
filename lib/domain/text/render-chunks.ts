import { bisect } from './bisect'
import type { PlacedBlock, Span } from './blocks'

/** Blocks that follow each other, as long as a screen or two, which are drawn together. */
export interface TextPart extends Span {
  /** List items that follow each other stand in one group, any other block in its own. */
  groups: PlacedBlock[][]
}

/**
 * The parts of a text in its order; together they hold every block once. A part is drawn anew only when
 * something in it changes, and not at all while it is far out of sight.
 */
export function partsOf(blocks: readonly PlacedBlock[]): TextPart[] {
  const parts: TextPart[] = []
  let full = true
  for (const group of grouped(blocks)) {
    const [first, last] = [group[0], group.at(-1)]
    if (!first || !last) continue
    const part = parts.at(-1)
    if (part && !full) {
      part.groups.push(group)
      part.end = last.end
    } else {
      parts.push({ groups: [group], start: first.start, end: last.end })
    }
    const { start = 0, end = 0 } = parts.at(-1) ?? {}
    // A heading stays with what it is above, and so do the margins between the two.
    full = end - start >= LONG && (last.kind === 'paragraph' || last.kind === 'list_item')
  }
  return parts
}

/** A part is closed when it has this many UTF-16 units. */
const LONG = 2_500

function grouped(blocks: readonly PlacedBlock[]): PlacedBlock[][] {
  const groups: PlacedBlock[][] = []
  for (const block of blocks) {
    const last = groups.at(-1)
    if (block.kind === 'list_item' && last?.[0]?.kind === 'list_item') last.push(block)
    else groups.push([block])
  }
  return groups
}

/** For each part in order, which of some spans overlap it, by their order; the parts do not overlap. */
export function spansOfParts<S extends Span>(parts: readonly Span[], spans: readonly S[]): S[][] {
  const found: S[][] = parts.map(() => [])
  for (const span of spans) {
    const isAfter = (index: number) => (parts[index]?.end ?? Infinity) > span.start
    for (let at = bisect(parts.length, isAfter); at < parts.length; at++) {
      const part = parts[at]
      if (!part || part.start >= span.end) break
      found[at]?.push(span)
    }
  }
  return found
}
