/** A run of words on a page, its box in points from the page's top left corner. */
export interface Run {
  text: string
  left: number
  top: number
  width: number
  height: number
  isRightToLeft: boolean
}

/** Runs that stand side by side on one line, in the order of reading. */
export type Line = Run[]

/**
 * The lines of a page in the order of reading: from top to bottom, and column after column where the page is set in
 * columns. What stands across the columns, as a headline does, comes between what is above it and below it.
 */
export function linesInOrder(runs: readonly Run[]): Line[] {
  return ordered(linesOf(runs), 0)
}

function linesOf(runs: readonly Run[]): Line[] {
  const sorted = [...runs].sort((a, b) => middle(a) - middle(b) || a.left - b.left)
  const rows: Run[][] = []
  let base = Number.NEGATIVE_INFINITY
  for (const run of sorted) {
    const row = rows.at(-1)
    if (row && middle(run) - base < Math.min(run.height, row[0]?.height ?? 0) * 0.5) row.push(run)
    else rows.push([run])
    base = row && rows.at(-1) === row ? base : middle(run)
  }
  return rows.flatMap((row) => parted(row.sort((a, b) => a.left - b.left)))
}

const middle = ({ top, height }: Run) => top + height / 2

/** Parts a row at gaps wider than two letters' height: there a column ends, or a cell. */
function parted(row: readonly Run[]): Line[] {
  const lines: Line[] = []
  for (const run of row) {
    const line = lines.at(-1)
    const last = line?.at(-1)
    if (line && last && run.left - (last.left + last.width) < last.height * WIDE_GAP) line.push(run)
    else lines.push([run])
  }
  return lines.map((line) => (mostlyRightToLeft(line) ? line.reverse() : line))
}

const WIDE_GAP = 1.5

const mostlyRightToLeft = (line: Line) =>
  line.filter(({ isRightToLeft }) => isRightToLeft).length * 2 > line.length

function ordered(lines: Line[], depth: number): Line[] {
  const gutter = depth < MOST_COLUMNS ? gutterOf(lines) : null
  const down = [...lines].sort((a, b) => topOf(a) - topOf(b) || leftOf(a) - leftOf(b))
  if (gutter === null) return down
  const read: Line[] = []
  let [left, right]: Line[][] = [[], []]
  const flush = () => {
    const columns = [ordered(left ?? [], depth + 1), ordered(right ?? [], depth + 1)]
    read.push(...(mostlyRightToLeft(lines.flat()) ? columns.reverse() : columns).flat())
    left = []
    right = []
  }
  for (const line of down) {
    if (rightOf(line) <= gutter) left?.push(line)
    else if (leftOf(line) >= gutter) right?.push(line)
    else {
      flush()
      read.push(line)
    }
  }
  flush()
  return read
}

/** Columns stand in columns this often at most. */
const MOST_COLUMNS = 3

/** Where the white between two columns of sentences stands, or null. Cells of a table are too short to be a column. */
function gutterOf(lines: readonly Line[]): number | null {
  if (lines.length < 2 * LEAST_LINES) return null
  const edges = lines
    .flatMap((line) => [
      { at: leftOf(line), opens: 1 },
      { at: rightOf(line), opens: -1 },
    ])
    .sort((a, b) => a.at - b.at || a.opens - b.opens)
  let [crossing, ended] = [0, 0]
  let best: { at: number; crossing: number } | null = null
  for (const [index, { at, opens }] of edges.entries()) {
    crossing += opens
    if (opens === -1) ended++
    const next = edges[index + 1]?.at ?? at
    const begins = lines.length - ended - crossing
    const isGap = next - at > 4 && ended >= LEAST_LINES && begins >= LEAST_LINES
    if (isGap && crossing <= lines.length * 0.25 && crossing < (best?.crossing ?? Infinity)) {
      best = { at: (at + next) / 2, crossing }
    }
  }
  if (!best) return null
  const { at } = best
  const sides = [
    lines.filter((line) => rightOf(line) <= at),
    lines.filter((line) => leftOf(line) >= at),
  ]
  return sides.every((side) => isProse(side)) ? at : null
}

const LEAST_LINES = 3

/** Lines of sentences hold four words and more. */
function isProse(lines: readonly Line[]): boolean {
  const words = lines
    .map((line) => line.map(({ text }) => text).join(' ').length)
    .sort((a, b) => a - b)
  return (words[Math.floor(words.length / 2)] ?? 0) >= 20
}

export const topOf = (line: Line) => Math.min(...line.map(({ top }) => top))
export const leftOf = (line: Line) => Math.min(...line.map(({ left }) => left))
const rightOf = (line: Line) => Math.max(...line.map(({ left, width }) => left + width))
