import { CELL_SEPARATOR } from '../places/cell-separator'

/**
 * The rows of a table that was pasted from a spreadsheet, its cells parted as those of any table: lines with the same
 * number of tabs in each. Null for other lines.
 */
export function rowsOfTabs(lines: readonly string[]): string[] | null {
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim()))
  const [first, another] = rows
  if (!first || !another || first.length < 2) return null
  if (rows.some((row) => row.length !== first.length || !row.some(Boolean))) return null
  return rows.every(([cell = '']) => LABEL.test(cell))
    ? null
    : rows.map((row) => row.join(CELL_SEPARATOR))
}

/** A list's bullet or number before its tab. */
const LABEL = /^(?:[-*o•‣▪●◦·–]|\(?(?:\d{1,3}|\p{L})[.)])?$/u
