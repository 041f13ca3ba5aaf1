import { bisect } from '../text/bisect'
import type { PlacedBlock } from '../text/blocks'

/** The lines of a text, each where it stands in UTF-16 units, without what ends it. */
export function linesOf(text: string): PlacedBlock[] {
  const lines: PlacedBlock[] = []
  for (let start = 0; start <= text.length; ) {
    const next = text.indexOf('\n', start)
    const end = next === -1 ? text.length : next
    lines.push({ kind: 'paragraph', start, end })
    start = end + 1
  }
  return lines
}

/** The number of the line in which a place stands, from 1. */
export function lineAt(lines: readonly PlacedBlock[], place: number): number {
  return Math.max(
    1,
    bisect(lines.length, (index) => (lines[index]?.start ?? 0) > place),
  )
}
