import { Refusal } from '@/lib/domain/refusal'
import { columnName, MOST_ROWS } from '@/lib/domain/sheets/sheet'

/** A cell as a spreadsheet calls it: `B7`. */
export const cellName = (row: number, column: number) => `${columnName(column)}${row}`

/** The first of several, and how many more there are. */
export function some(names: readonly string[]): string {
  const [shown, more] = [names.slice(0, 5).join(', '), names.length - 5]
  return more > 0 ? `${shown} and ${more.toLocaleString('en')} more` : shown
}

/** Rows as people say them, those that follow each other together: `4, 9–12`. */
export function rowRanges(rows: readonly number[]): string {
  const ranges: [number, number][] = []
  for (const row of rows) {
    const last = ranges.at(-1)
    if (last && last[1] === row - 1) last[1] = row
    else ranges.push([row, row])
  }
  return some(ranges.map(([from, to]) => (from === to ? `${from}` : `${from}–${to}`)))
}

export function tooManyRows(): Refusal {
  const message = `This sheet has more than ${MOST_ROWS.toLocaleString('en')} rows, which is the most that is read; the others were not looked at. Bring it in parts.`
  return new Refusal('invalid', message, { file: message })
}
