import writeXlsx, { type SheetData } from 'write-excel-file/node'
import type { Report } from '@/lib/domain/report/schema'
import { onTheWall } from '@/lib/domain/times/moments'
import { UTC } from '@/lib/domain/times/time-zones'
import { words } from '../view/printed-words'
import { withoutNonCharacters } from '../view/xml-text'
import { COLUMNS, type Column, claimsOf } from './claim-columns'

/**
 * The claims of a report as a workbook (ECMA-376) that a desk filters: a frozen row of headings, a filter over all
 * columns, moments as dates of the newsroom's zone. Text is only ever text, whatever sign it begins with.
 */
export async function reportXlsx(report: Report): Promise<Uint8Array<ArrayBuffer>> {
  const timeZone = report.timeZone ?? UTC
  const claims = claimsOf(report)
  const headings = COLUMNS.map(({ heading, kind }) => ({
    value: kind === 'moment' ? `${heading} (${timeZone})` : heading,
    fontWeight: 'bold' as const,
    ...LOOK,
  }))
  const rows = claims.map((claim) =>
    COLUMNS.map(({ kind, cell }) => cellOf(cell(claim, report), kind, timeZone)),
  )
  const sheet: SheetData = [headings, ...rows]
  const made = await writeXlsx(
    sheet,
    {
      sheet: 'Claims',
      stickyRowsCount: 1,
      stickyColumnsCount: 1,
      columns: COLUMNS.map(({ heading, kind }) => ({ width: widthOf(heading, kind) })),
    },
    { features: [filterOver(COLUMNS.length, sheet.length)] },
  ).toBuffer()
  return new Uint8Array(made)
}

const LOOK = { alignVertical: 'top', wrap: true } as const

function cellOf(value: string, kind: Column['kind'], timeZone: string) {
  if (value === '') return null
  if (kind === 'number') return { value: Number(value), type: Number, ...LOOK }
  if (kind === 'moment') {
    const wall = onTheWall(new Date(value), timeZone)
    return { value: wall, type: Date, format: 'yyyy-mm-dd hh:mm', ...LOOK }
  }
  const { text, dir } = words(value)
  const shown = fitting(withoutNonCharacters(text))
  return { value: shown, type: String, ...(dir === 'rtl' && RIGHT), ...LOOK }
}

const RIGHT = { align: 'right' } as const

/** As much as a cell holds, in UTF-16 units (Excel's own limit); what is left out is said. */
const MOST = 32_767

function fitting(text: string): string {
  if (text.length <= MOST) return text
  return `${text.slice(0, MOST - TOO_LONG.length).replace(/[\uD800-\uDBFF]$/, '')}${TOO_LONG}`
}

const TOO_LONG = ' … [A cell holds no more. The report has all of it.]'

/** In characters of the sheet's font. */
function widthOf(heading: string, kind: Column['kind']): number {
  if (kind !== 'text') return 18
  if (heading === 'Number') return 9
  return WIDE.test(heading) ? 48 : 20
}

const WIDE =
  /^(Words|Rationale.*|Searched|Suggest.*|Queries|Evidence|Kept copies|Checks|Corrections)$/

/** Puts a filter over a table that begins in the first cell, at its place among the sheet's elements (18.3.1.99). */
function filterOver(columns: number, rows: number) {
  const filter = `<autoFilter ref="A1:${columnName(columns)}${rows}"/>`
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml: string) => xml.replace('</sheetData>', `</sheetData>${filter}`),
        },
      },
    },
  }
}

/** The letters of a column counted from 1: 27 is AA. */
function columnName(number: number): string {
  const letter = String.fromCharCode(65 + ((number - 1) % 26))
  return number > 26 ? columnName(Math.floor((number - 1) / 26)) + letter : letter
}
