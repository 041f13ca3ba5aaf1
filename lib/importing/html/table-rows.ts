import type { Block, BlockKind } from '@/lib/domain/text/blocks'
import { CELL_SEPARATOR } from '@/lib/domain/text/blocks'
import type { Ledger } from '../account/ledger'
import type { Line } from '../account/line'
import { withoutMarks } from '../notes/place-marks'
import { tablePartOf } from './page/elements'
import { attribute, childrenOf, type Element, isElement } from './page/tree'

interface Cell {
  /** Its blocks, as a range of all blocks. */
  start: number
  end: number
  rows: number
  columns: number
}

/** A cell that reaches down into later rows: into how many, what stands there, and the line that tells of it. */
interface Reaching {
  rows: number
  text: string
  line: Line | null
}

interface Table {
  isData: boolean
  reaching: Map<number, Reaching>
  rows: Cell[][]
}

/** The most columns and rows that a cell reaches over, and the longest words that are repeated, in UTF-16 units. */
const WIDEST = 100
const LONGEST_REPEATED = 300

/** The longest that a cell of several blocks may be to be a figure's and not a page's part, in UTF-16 units. */
const LONGEST_CELL = 200

/**
 * Puts the blocks of a table's cells together, a block a row, in which each cell keeps its place: an empty one is empty,
 * one that spans rows or columns is repeated or followed by empty ones.
 */
export class TableRows {
  #tables: Table[] = []
  #blocks: Block[]
  #ledger: Ledger

  constructor(blocks: Block[], ledger: Ledger) {
    this.#blocks = blocks
    this.#ledger = ledger
  }

  opens(element: Element): void {
    const name = tablePartOf(element)
    const table = this.#tables.at(-1)
    if (name === 'table') {
      this.#tables.push({ isData: rowsIn(element) > 1, reaching: new Map(), rows: [] })
      if (table) table.isData = false
    }
    if (name === 'tr') table?.rows.push([])
    if (name === 'td' || name === 'th') {
      const start = this.#blocks.length
      const rows = span(element, 'rowspan')
      table?.rows.at(-1)?.push({ start, end: start, rows, columns: span(element, 'colspan') })
    }
  }

  closes(element: Element): void {
    const name = tablePartOf(element)
    const table = this.#tables.at(-1)
    if (name === 'table') this.#tables.pop()
    if (!table) return
    if (/^(?:thead|tbody|tfoot)$/.test(name)) table.reaching.clear()
    const cell = table.rows.at(-1)?.at(-1)
    if (cell && (name === 'td' || name === 'th')) cell.end = this.#blocks.length
    if (name === 'tr') this.#join(table, table.rows.pop() ?? [])
  }

  /** A row that holds more than words and figures only lays a page out, and is read cell by cell. */
  #join(table: Table, cells: readonly Cell[]): void {
    const first = cells[0]?.start ?? this.#blocks.length
    const blocks = this.#blocks.slice(first)
    const areInCells = cells.reduce((sum, { start, end }) => sum + end - start, 0) === blocks.length
    const isPlain = areInCells && cells.every((cell) => this.#isPlain(cell, table))
    const kind = kindOf(blocks)
    if (!isPlain || (blocks.length > 0 && kind === null)) return
    const row = this.#rowOf(table, cells)
    this.#blocks.splice(first, blocks.length)
    if (row.every((text) => text === '')) return
    this.#blocks.push({ kind: kind ?? 'paragraph', text: row.join(CELL_SEPARATOR) })
  }

  #isPlain({ start, end }: Cell, { isData }: Table): boolean {
    if (end - start <= 1) return true
    const length = this.#blocks
      .slice(start, end)
      .reduce((sum, { text }) => sum + withoutMarks(text).length, 0)
    return isData && length <= LONGEST_CELL
  }

  #rowOf(table: Table, cells: readonly Cell[]): string[] {
    const row: string[] = []
    const reached = () => {
      for (let from = table.reaching.get(row.length); from; from = table.reaching.get(row.length)) {
        if (from.line) from.line.put += ` ${from.text}`
        if (--from.rows === 0) table.reaching.delete(row.length)
        row.push(from.text)
      }
    }
    for (const cell of cells) {
      reached()
      const text = this.#blocks
        .slice(cell.start, cell.end)
        .map((block) => block.text.replaceAll('\n', ' '))
        .join(' / ')
      const words = withoutMarks(text)
      const down = cell.rows > 1 ? this.#spanning('row_span', 'repeat', words) : null
      const across = cell.columns > 1 ? this.#spanning('column_span', 'empty', words) : null
      for (let column = 0; column < cell.columns; column++) {
        const here = column === 0 ? text : (across?.text ?? '')
        if (column > 0 && across?.line) across.line.put += ` ${across.text}`
        if (down) {
          const below = column === 0 ? down.text : here === '' ? '' : down.text
          table.reaching.set(row.length, {
            rows: cell.rows - 1,
            text: below,
            line: below ? down.line : null,
          })
        }
        row.push(here)
      }
    }
    const last = Math.max(-1, ...table.reaching.keys())
    for (reached(); row.length <= last; reached()) row.push('')
    return row
  }

  /** What stands in the further places of a cell that spans several. */
  #spanning(
    kind: 'row_span' | 'column_span',
    usual: 'repeat' | 'empty',
    text: string,
  ): { text: string; line: Line | null } {
    if (text === '' || text.length > LONGEST_REPEATED) return { text: '', line: null }
    const option = this.#ledger.choose(kind, usual)
    const line = this.#ledger.write(kind, option, { words: text })
    return option === 'repeat' ? { text, line } : { text: '', line: null }
  }
}

function rowsIn(table: Element): number {
  const parts = childrenOf(table).filter(isElement)
  return parts.reduce((sum, part) => {
    if (tablePartOf(part) === 'tr') return sum + 1
    return (
      sum + childrenOf(part).filter((row) => isElement(row) && tablePartOf(row) === 'tr').length
    )
  }, 0)
}

function span(element: Element, name: 'rowspan' | 'colspan'): number {
  const value = Number(/^\s*(\d{1,6})/.exec(attribute(element, name) ?? '')?.[1] ?? 1)
  // A rowspan of 0 reaches to the end of its part of the table (HTML §4.9.11).
  if (name === 'rowspan') return value === 0 ? 65_534 : value
  return Math.min(Math.max(value, 1), WIDEST)
}

/** What a row of these blocks is; null where they are of kinds that stand in no table of figures. */
function kindOf(blocks: readonly Block[]): BlockKind | null {
  const [first] = blocks
  if (!first) return null
  if (blocks.every(({ kind }) => kind === first.kind)) return first.kind
  const isPlain = blocks.every(({ kind }) => kind === 'paragraph' || kind === 'list_item')
  return isPlain ? 'paragraph' : null
}
