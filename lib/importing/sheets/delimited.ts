import { type CsvError, parse } from 'csv-parse/sync'
import { Refusal } from '@/lib/domain/refusal'
import {
  MOST_COLUMNS,
  MOST_ROWS,
  type ReadSheet,
  SEPARATORS,
  type Separator,
  type SheetRow,
} from '@/lib/domain/sheets/sheet'
import { decode } from '../encoding/decode'
import { textOf } from '../json/values'
import type { SheetWishes } from './sheet-wishes'
import { cellName, some, tooManyRows } from './told'

/** Reads a text with separators. Refuses what is no text, wrong quotation marks, with the line, and more rows than are read. */
export function readDelimited(bytes: Buffer, wishes: SheetWishes): ReadSheet {
  refuseOther(bytes)
  const { content, encoding } = decode(bytes, { isHtml: false, chosen: wishes.encoding })
  if (content.trim() === '') throw refused('There is nothing in this sheet.')
  if (ODD.test(content)) throw refused(NO_SHEET)
  const named = /^sep=(.)\r?\n/i.exec(content)
  const separator =
    wishes.separator ?? separatorNamed(named?.[1]) ?? likeliestSeparator(content.slice(0, SAMPLE))
  const records = recordsOf(content, separator)
  const told: string[] = []
  const marked: string[] = []
  const rows = records.flatMap(({ record, number }): SheetRow[] => {
    if (named && number === 1) return []
    const cells = record.map((cell, column) => {
      if (!FORMULA_MARK.test(cell)) return textOf(cell)
      marked.push(cellName(number, column))
      return textOf(cell.slice(1))
    })
    while (cells.length > 0 && cells.at(-1)?.trim() === '') cells.pop()
    return cells.length > 0
      ? [{ number, isHidden: false, cells: cells.slice(0, MOST_COLUMNS), links: {} }]
      : []
  })
  if (/\.xls[xm]?$/i.test(wishes.name)) {
    told.push('Its name says that it is an Excel workbook, but it is a text with separators.')
  }
  if (marked.length > 0) {
    told.push(
      `An apostrophe before =, +, - or @ is read as the mark that keeps a spreadsheet from calculating, and left out: ${some(marked)}.`,
    )
  }
  if (records.some(({ record }) => record.slice(MOST_COLUMNS).some((cell) => cell.trim() !== ''))) {
    told.push(`Columns after the ${MOST_COLUMNS}th are not read.`)
  }
  return { worksheets: [], worksheet: 0, rows, separator, encoding, told }
}

/** An apostrophe that was put before what a spreadsheet would take for a formula. */
const FORMULA_MARK = /^'[=+\-@\t\r＝＋－＠]/

/** Other files that people take for sheets, by their first bytes. */
function refuseOther(bytes: Buffer): void {
  const beginning = bytes.subarray(0, 256).toString('latin1')
  if (/^%PDF/.test(beginning))
    throw refused('This is a PDF, whatever its name says. Save the sheet as .xlsx or .csv.')
  if (/^\s*(?:ï»¿)?\s*<(?:!doctype|html|\?xml|table|workbook)/i.test(beginning)) {
    throw refused(
      'This is a web page or XML, whatever its name says. Save the sheet as .xlsx or .csv.',
    )
  }
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: characters that no text has are what is looked for
const ODD = /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/
const NO_SHEET =
  'This is no sheet, or one in an encoding that was not found out: it has characters that no text has. Save it as .xlsx or .csv.'

/** How much of a text is looked at for its separator, in UTF-16 units. */
const SAMPLE = 100_000

const separatorNamed = (sign: string | undefined) => (isSeparator(sign) ? sign : undefined)

const isSeparator = (sign: string | undefined): sign is Separator =>
  sign !== undefined && Object.hasOwn(SEPARATORS, sign)

/** The separator that parts the most rows into as many cells as the first; a comma where none parts any. */
function likeliestSeparator(sample: string): Separator {
  const scored = (Object.keys(SEPARATORS) as Separator[]).map((separator) => {
    const counts = cellCounts(sample, separator)
    const most = Math.max(0, ...counts)
    const alike = counts.filter((count) => count === counts[0] && count > 1).length
    return { separator, score: most < 2 ? 0 : alike / counts.length + most / 1_000 }
  })
  const best = scored.reduce((one, other) => (other.score > one.score ? other : one))
  return best.score > 0 ? best.separator : ','
}

/** How many cells the first rows have by a separator; the last may be cut. */
function cellCounts(sample: string, separator: Separator): number[] {
  try {
    const records: string[][] = parse(sample, {
      ...OPTIONS,
      delimiter: separator,
      to: 50,
      relax_quotes: true,
    })
    return records.filter((record) => record.some(Boolean)).map(({ length }) => length)
  } catch {
    return []
  }
}

const OPTIONS = { relax_column_count: true, skip_empty_lines: false, bom: false } as const

/** The records with their numbers. Refuses more than are read, of which no more is looked at. */
function recordsOf(content: string, separator: Separator): { record: string[]; number: number }[] {
  let ended = 0
  try {
    const read: string[][] = parse(content, {
      ...OPTIONS,
      ...{ delimiter: separator, to: FURTHEST + 1 },
      on_record: (record: string[], { lines }) => {
        ended = lines
        return record
      },
    })
    const filled = read.filter((record) => record.some(Boolean))
    if (read.length > FURTHEST || filled.length > MOST_ROWS + 1) throw tooManyRows()
    return read.map((record, at) => ({ record, number: at + 1 }))
  } catch (error) {
    throw error instanceof Refusal ? error : refused(whyNot(error as CsvError, ended + 1))
  }
}

/** Rows that are looked at: empty ones between others do not count among those that are read. */
const FURTHEST = 2 * MOST_ROWS

/** @param next the line after the last row that could be read */
function whyNot({ code, lines, message }: CsvError, next: number): string {
  const line = (number: unknown) => `Line ${Number(number).toLocaleString('en')}`
  switch (code) {
    case 'CSV_QUOTE_NOT_CLOSED':
      return `${line(next)}: a quotation mark (") opens in this row and is never closed, so it cannot be told where its cell ends. Close it, or save the sheet again.`
    case 'CSV_INVALID_CLOSING_QUOTE':
      return `${line(lines)}: something stands after the quotation mark (") that closes a cell. Within a cell it is written twice ("").`
    case 'INVALID_OPENING_QUOTE':
      return `${line(lines)}: a quotation mark (") stands in the middle of a cell that does not begin with one. Put the cell in quotation marks, and write this one twice ("").`
    default:
      return `This sheet cannot be read: ${message}`
  }
}

const refused = (message: string) => new Refusal('invalid', message, { file: message })
