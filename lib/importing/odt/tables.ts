import { make } from '../word/made/make-element'
import { childrenOf, type XmlElement } from '../word/markup/xml'

/** A table (ODF 1.3 part 3 §9.1) as WordprocessingML writes one: what a cell covers below goes on in each of its rows. */
export function tableOf(table: XmlElement, cell: (one: XmlElement) => XmlElement[]): XmlElement {
  const reaching = new Map<number, { rows: number; columns: number }>()
  const rows = rowsOf(table).map((row) => {
    const cells: XmlElement[] = []
    let column = 0
    let covered = 0
    for (const one of cellsOf(row)) {
      const above = reaching.get(column)
      if (one.name === 'table:table-cell') {
        const columns = numberOf(one, 'table:number-columns-spanned')
        const down = numberOf(one, 'table:number-rows-spanned')
        cells.push(cellOf(cell(one), columns, down > 1 ? 'restart' : null))
        reaching.delete(column)
        if (down > 1) reaching.set(column, { rows: down - 1, columns })
        covered = columns - 1
      } else if (covered > 0) covered -= 1
      else if (above) {
        cells.push(cellOf([], above.columns, 'continue'))
        covered = above.columns - 1
        above.rows -= 1
        if (above.rows === 0) reaching.delete(column)
      }
      column += 1
    }
    return make('w:tr', {}, cells)
  })
  return make('w:tbl', {}, rows)
}

function cellOf(content: XmlElement[], columns: number, merge: string | null): XmlElement {
  const properties = make('w:tcPr')
  if (columns > 1) properties.children.push(make('w:gridSpan', { 'w:val': String(columns) }))
  if (merge) properties.children.push(make('w:vMerge', { 'w:val': merge }))
  return make('w:tc', {}, [properties, ...content])
}

function rowsOf(parent: XmlElement): XmlElement[] {
  return childrenOf(parent).flatMap((one) => {
    if (one.name === 'table:table-row') return repeated(one, 'table:number-rows-repeated')
    return PARTS.has(one.name) ? rowsOf(one) : []
  })
}

const PARTS = new Set([
  'table:table-header-rows',
  'table:table-rows',
  'table:table-row-group',
  'text:soft-page-break',
])

const cellsOf = (row: XmlElement) =>
  childrenOf(row)
    .filter(({ name }) => name === 'table:table-cell' || name === 'table:covered-table-cell')
    .flatMap((one) => repeated(one, 'table:number-columns-repeated'))

/** A row or cell as often as it says that it stands there. */
export const repeated = (one: XmlElement, name: string) =>
  Array.from({ length: numberOf(one, name) }, () => one)

/** A count of rows or columns; more than a page holds only fill a sheet. */
const numberOf = (one: XmlElement, name: string) =>
  Math.min(MOST, Math.max(1, Number(one.attributes.get(name) ?? 1) || 1))

const MOST = 100
