import { CELL_SEPARATOR } from '@/lib/domain/text/blocks'

/** Lines that follow on each other: those of a table, whose rows they are, or others. */
export interface Run {
  lines: string[]
  isTable: boolean
}

/**
 * Parts a paragraph's lines into tables that were copied from a spreadsheet and the lines around them. A table's lines
 * have the same number of tabs, and become rows like those of any table; one line alone needs two tabs.
 */
export function runsOf(lines: readonly string[]): Run[] {
  const runs: (Run & { tabs: number })[] = []
  for (const line of lines) {
    const tabs = line.split('\t').length - 1
    const open = runs.at(-1)
    if (open?.tabs === tabs) open.lines.push(line)
    else runs.push({ tabs, lines: [line], isTable: false })
  }
  return runs.map(({ lines, tabs }) => {
    const rows = tabs > (lines.length > 1 ? 0 : 1) ? rowsOf(lines) : null
    return rows ? { lines: rows, isTable: true } : { lines, isTable: false }
  })
}

function rowsOf(lines: readonly string[]): string[] | null {
  const rows = lines.map((line) => line.split('\t').map((cell) => cell.trim()))
  if (rows.every(([cell = '']) => LABEL.test(cell))) return null
  return rows.map((row) => row.join(CELL_SEPARATOR))
}

/** A list's bullet or number before its tab. */
const LABEL = /^(?:[-*o•‣▪●◦·–]|\(?(?:\d{1,3}|\p{L})[.)])?$/u
