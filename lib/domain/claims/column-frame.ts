import { CELL_SEPARATOR, type PlacedBlock, type Span } from '../text/blocks'

/** For a claim in a row of a table: the row's name and the head of its column, as far as it is in neither itself; null elsewhere. */
export function columnFrame(
  text: string,
  blocks: readonly PlacedBlock[],
  at: number,
  claim: Span,
): Span[] | null {
  const row = blocks[at]
  const [head] = blocks.slice(firstRow(text, blocks, at), at)
  if (!row || !isRow(text, row) || claim.end > row.end) return null
  const cells = cellsOf(text, row)
  const column = cells.findLastIndex(({ start }) => start <= claim.start)
  const heads = head ? cellsOf(text, head) : []
  const name = column > 0 ? cells.slice(0, 1) : []
  const own = cells.filter(({ start, end }) => start < claim.end && end > claim.start)
  return [...heads.slice(column, column + 1), ...name, ...own]
}

/** The index of the first of the rows that stand together. */
function firstRow(text: string, blocks: readonly PlacedBlock[], at: number): number {
  let first = at
  for (let above = blocks[first - 1]; above && isRow(text, above); above = blocks[first - 1])
    first--
  return first
}

const isRow = (text: string, { start, end }: Span) =>
  text.slice(start, end).includes(CELL_SEPARATOR)

function cellsOf(text: string, { start, end }: Span): Span[] {
  const cells: Span[] = []
  let from = start
  for (const cell of text.slice(start, end).split(CELL_SEPARATOR)) {
    cells.push({ start: from, end: from + cell.length })
    from += cell.length + CELL_SEPARATOR.length
  }
  return cells
}
