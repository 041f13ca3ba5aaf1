import { make } from '../word/made/make-element'
import type { XmlElement } from '../word/markup/xml'

interface Column {
  /** Where it ends, in twips (a twentieth of a point) from the left. */
  end: number
  down: 'restart' | 'continue' | null
  /** Whether it only goes on with the one before. */
  across: boolean
}

interface Row {
  cells: XmlElement[][]
  columns: Column[]
}

/** Ends of columns that are nearer than this are the same, in twips. */
const SAME = 50

/** A table that is being read: rich text has cells and rows one after another, and says of each row where its cells end. */
export class RtfTable {
  /** The cell that is being read. */
  cell: XmlElement[] = []
  #cells: XmlElement[][] = []
  #rows: Row[] = []
  #columns: Column[] = []
  #next: Omit<Column, 'end'> = { down: null, across: false }

  /** What a control word says of the row. */
  define(word: string, value: number | null): void {
    if (word === 'trowd') this.#columns = []
    else if (word === 'clvmgf') this.#next.down = 'restart'
    else if (word === 'clvmrg') this.#next.down = 'continue'
    else if (word === 'clmrg') this.#next.across = true
    else if (word !== 'cellx') return
    else this.#columns.push({ ...this.#next, end: value ?? 0 })
    if (word === 'trowd' || word === 'cellx') this.#next = { down: null, across: false }
  }

  endCell(): void {
    this.#cells.push(this.cell)
    this.cell = []
  }

  endRow(): void {
    if (this.cell.length > 0) this.endCell()
    this.#rows.push({ cells: this.#cells, columns: this.#columns })
    this.#cells = []
  }

  /** The table as WordprocessingML writes one; what stands in cells that no row ended too. */
  end(): XmlElement | null {
    if (this.cell.length > 0 || this.#cells.length > 0) this.endRow()
    if (this.#rows.length === 0) return null
    const edges = edgesOf(this.#rows)
    return make(
      'w:tbl',
      {},
      this.#rows.map((row) => make('w:tr', {}, cellsOf(row, edges))),
    )
  }
}

/** Where columns end in any of the rows. */
function edgesOf(rows: readonly Row[]): number[] {
  const ends = rows.flatMap(({ columns }) => columns.map(({ end }) => end)).sort((a, b) => a - b)
  return ends.filter((end, at) => end - (ends[at - 1] ?? -SAME) >= SAME || at === 0)
}

function cellsOf({ cells, columns }: Row, edges: readonly number[]): XmlElement[] {
  const made: { content: XmlElement[]; span: number; down: Column['down'] }[] = []
  let from = Number.NEGATIVE_INFINITY
  for (const [at, content] of cells.entries()) {
    const column = columns[at]
    const to = (column?.end ?? 0) + SAME
    const span = column ? edges.filter((edge) => edge >= from && edge < to).length : 1
    const last = made.at(-1)
    if (column?.across && last) {
      last.span += Math.max(1, span)
      last.content.push(...content)
    } else made.push({ content, span: Math.max(1, span), down: column?.down ?? null })
    from = column ? to : from
  }
  return made.map(({ content, span, down }) => {
    const properties = make('w:tcPr')
    if (span > 1) properties.children.push(make('w:gridSpan', { 'w:val': String(span) }))
    if (down) properties.children.push(make('w:vMerge', { 'w:val': down }))
    return make('w:tc', {}, [properties, ...content])
  })
}
