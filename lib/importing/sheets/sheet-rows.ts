import { columnName, type ReadSheet, type SheetRow } from '@/lib/domain/sheets/sheet'
import { textOf } from '../json/values'
import type { Relationship } from '../word/markup/package-parts'
import { type DateStyle, momentOf } from './dates'
import { cellName, rowRanges, some } from './told'
import type { Area, RawCell, RawWorksheet } from './worksheet'

interface Workbook {
  texts: ReadonlyMap<number, string>
  dates: ReadonlyMap<number, DateStyle>
  is1904: boolean
  /** What the worksheet leads to, by ids. */
  links: ReadonlyMap<string, Relationship>
}

/** The rows of a worksheet as its cells show them, and what of that a reader should know. */
export function asRows(sheet: RawWorksheet, workbook: Workbook): Pick<ReadSheet, 'rows' | 'told'> {
  const told: string[] = []
  const rows = new Map<number, SheetRow>()
  const rowOf = (number: number) => {
    const known = rows.get(number)
    if (known) return known
    const isHidden = sheet.hiddenRows.has(number)
    const row: SheetRow = { number, isHidden, cells: [], links: {} }
    rows.set(number, row)
    return row
  }
  const dated: string[] = []
  const formulas: string[] = []
  const unsaved: string[] = []
  for (const cell of sheet.cells) {
    const name = cellName(cell.row, cell.column)
    const moment = momentIn(cell, workbook)
    const shown = moment ?? shownIn(cell, workbook)
    if (moment !== null) dated.push(`${name} (${moment})`)
    if (cell.formula !== null) {
      formulas.push(cell.formula ? `${name} =${cell.formula}` : name)
      if (cell.value === '') unsaved.push(name)
      const address = /^HYPERLINK\("([^"]+)"/i.exec(cell.formula)?.[1]
      if (address) rowOf(cell.row).links[cell.column] = textOf(address)
    }
    if (shown.trim() !== '') put(rowOf(cell.row), cell.column, shown)
  }
  for (const { at, id, location } of sheet.links) {
    const target = workbook.links.get(id)
    if (!target?.isOutside || !/^https?:/i.test(target.target)) continue
    const address = textOf(location ? `${target.target}#${location}` : target.target)
    for (const row of rows.values()) {
      if (row.number < at.from.row || row.number > at.to.row) continue
      if (row.cells[at.from.column]) row.links[at.from.column] = address
    }
  }
  const spread = sheet.merged.flatMap((area) => (spreadOver(area, rows) ? [area.ref] : []))
  const all = [...rows.values()]
    .filter(({ cells }) => cells.length > 0)
    .sort((one, other) => one.number - other.number)

  if (formulas.length > 0) {
    told.push(
      `Nothing is calculated here. Formulas are read as what they gave when the workbook was last saved: ${some(formulas)}.`,
    )
  }
  if (unsaved.length > 0)
    told.push(`Formulas without a saved result are read as empty: ${some(unsaved)}.`)
  if (spread.length > 0) {
    told.push(`What a merged cell says holds for all of its rows: ${some(spread)}.`)
  }
  if (dated.length > 0)
    told.push(`Numbers that are shown as dates are read as dates: ${some(dated)}.`)
  const hidden = all.filter(({ isHidden }) => isHidden).map(({ number }) => number)
  if (hidden.length > 0)
    told.push(`These rows are hidden in the workbook, and are read: ${rowRanges(hidden)}.`)
  const columns = sheet.hiddenColumns.filter((column) => all.some(({ cells }) => cells[column]))
  if (columns.length > 0) {
    told.push(
      `These columns are hidden in the workbook, and are read: ${some(columns.map(columnName))}.`,
    )
  }
  if (sheet.isWide) told.push('Columns after the 100th are not read.')
  return { rows: all, told }
}

function put(row: SheetRow, column: number, shown: string): void {
  while (row.cells.length < column) row.cells.push('')
  row.cells[column] = shown
}

function momentIn({ type, value, style }: RawCell, { dates, is1904 }: Workbook): string | null {
  const shownAs = type === 'n' && value !== '' ? dates.get(style) : undefined
  return shownAs ? momentOf(Number(value), shownAs, is1904) : null
}

function shownIn({ type, value }: RawCell, { texts }: Workbook): string {
  switch (type) {
    case 's':
      return texts.get(Number(value)) ?? ''
    case 'b':
      return value === '1' ? 'TRUE' : 'FALSE'
    case 'n':
      // To the digits that a spreadsheet knows: 0.1 may be kept as 0.10000000000000001.
      return value === '' || Number.isNaN(Number(value))
        ? value
        : `${Number(Number(value).toPrecision(15))}`
    default:
      return textOf(value)
  }
}

/** Gives the value of joined cells to each of their rows that says anything else; says whether to any. */
function spreadOver({ from, to }: Area, rows: ReadonlyMap<number, SheetRow>): boolean {
  const above = rows.get(from.row)
  const value = above?.cells[from.column]
  if (!above || !value || from.row === to.row) return false
  let isSpread = false
  for (const row of rows.values()) {
    if (row.number <= from.row || row.number > to.row) continue
    put(row, from.column, value)
    const link = above.links[from.column]
    if (link) row.links[from.column] = link
    isSpread = true
  }
  return isSpread
}
