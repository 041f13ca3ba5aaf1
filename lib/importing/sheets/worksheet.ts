import { Refusal } from '@/lib/domain/refusal'
import { MOST_COLUMNS, MOST_ROWS } from '@/lib/domain/sheets/sheet'
import { readingNumber } from '../place/reading-place'
import type { PackageParts } from '../word/markup/package-parts'
import { readEvents } from './part-events'
import { RunText } from './shared-strings'
import { tooManyRows } from './told'

/** A cell that has something, as the worksheet's part has it (ECMA-376 part 1, §18.3.1.4). */
export interface RawCell {
  row: number
  column: number
  /** `s`: a number in the table of texts; `b`, `e`, `str`, `inlineStr`, `n`. */
  type: string
  style: number
  value: string
  /** Null where it has none; it may be empty where it is another cell's. */
  formula: string | null
}

export interface Area {
  ref: string
  from: { row: number; column: number }
  to: { row: number; column: number }
}

export interface RawWorksheet {
  cells: RawCell[]
  hiddenRows: Set<number>
  hiddenColumns: number[]
  merged: Area[]
  links: { at: Area; id: string; location: string }[]
  isWide: boolean
}

/**
 * The cells of a worksheet that have something, read piece by piece: reading ends where there are more rows than are read.
 * Columns beyond the last that is read are only counted.
 */
export async function readWorksheet(parts: PackageParts, part: string): Promise<RawWorksheet> {
  const sheet: RawWorksheet = {
    ...{
      cells: [],
      hiddenRows: new Set(),
      hiddenColumns: [],
      merged: [],
      links: [],
      isWide: false,
    },
  }
  const run = new RunText()
  const filled = new Set<number>()
  let [row, column, letters] = [0, -1, 0]
  let cell: RawCell | null = null
  let within: 'v' | 'f' | null = null
  const add = ({ ...one }: RawCell) => {
    if (one.column >= MOST_COLUMNS) {
      sheet.isWide = true
      return
    }
    filled.add(one.row)
    if (filled.size > MOST_ROWS + 1) throw tooManyRows()
    letters += one.value.length
    if (letters > MOST_LETTERS) throw tooMuch()
    sheet.cells.push(one)
  }
  await readEvents(parts, part, {
    open(name, attributes) {
      run.open(name)
      if (name === 'row') {
        row = Number(attributes.r ?? row + 1)
        column = -1
        readingNumber('row', row)
        if (isOn(attributes.hidden)) sheet.hiddenRows.add(row)
      } else if (name === 'c') {
        const at = placeOf(attributes.r ?? '')
        column = at?.column ?? column + 1
        const [type, style] = [attributes.t ?? 'n', Number(attributes.s ?? 0)]
        cell = { row: at?.row ?? row, column, type, style, value: '', formula: null }
        run.text = ''
      } else if (name === 'v' || name === 'f') {
        within = name
        if (name === 'f' && cell) cell.formula = ''
      } else if (name === 'col' && isOn(attributes.hidden)) {
        const [min, max] = [Number(attributes.min), Math.min(Number(attributes.max), MOST_COLUMNS)]
        for (let one = min; one <= max; one++) sheet.hiddenColumns.push(one - 1)
      } else if (name === 'mergeCell') {
        const area = areaOf(attributes.ref ?? '')
        if (area && sheet.merged.length < MOST_AREAS) sheet.merged.push(area)
      } else if (name === 'hyperlink') {
        const at = areaOf(attributes.ref ?? '')
        const id = Object.entries(attributes).find(([key]) => /(?:^|:)id$/.test(key))?.[1] ?? ''
        if (at && sheet.links.length < MOST_AREAS) {
          sheet.links.push({ at, id, location: attributes.location ?? '' })
        }
      }
    },
    close(name) {
      run.close(name)
      if (name === 'v' || name === 'f') within = null
      if (name !== 'c' || !cell) return
      if (cell.type === 'inlineStr') cell.value = run.text
      if (cell.value !== '' || cell.formula !== null) add(cell)
      cell = null
    },
    text(words) {
      run.add(words)
      if (cell && within === 'v') cell.value += words
      // Of what is never calculated, the beginning is enough to name it.
      if (cell && within === 'f') cell.formula = ((cell.formula ?? '') + words).slice(0, 200)
    },
  })
  return sheet
}

/** All that cells say together, in UTF-16 units, and the areas of cells that are joined or lead somewhere. */
const MOST_LETTERS = 10_000_000
const MOST_AREAS = 20_000

const isOn = (value: string | undefined) => /^(?:1|true|on)$/.test(value ?? '')

/** Of `B7`. */
function placeOf(name: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(name) ?? []
  if (!letters || !digits) return null
  const column = [...letters].reduce((sum, one) => sum * 26 + one.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits), column }
}

/** Of `B7:C9`, or of one cell. */
function areaOf(ref: string): Area | null {
  const [first = '', last = first] = ref.split(':')
  const [from, to] = [placeOf(first), placeOf(last)]
  return from && to && { ref, from, to }
}

function tooMuch(): Refusal {
  const message = `The cells of this sheet have more than ${MOST_LETTERS.toLocaleString('en')} characters, which is the most that is read. Bring it in parts.`
  return new Refusal('invalid', message, { file: message })
}
