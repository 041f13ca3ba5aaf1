import { type BlockKind, CELL_SEPARATOR } from '@/lib/domain/text/blocks'
import type { Ledger } from '../account/ledger'
import { childOf, childrenOf, valOf, type XmlElement } from './markup/xml'
import { Passage } from './passage'

interface Placed {
  kind: BlockKind
  passage: Passage
}

/** The longest that a cell of several paragraphs may be to be a figure's and not a page's part, in UTF-16 units. */
const LONGEST_CELL = 200
const LONGEST_REPEATED = 300

/**
 * Reads a table (ECMA-376 §17.4): a row is a block in which each cell keeps its place. A table of one row, or one whose
 * cells hold more than words and figures, only lays the page out, and each of its paragraphs is a block.
 */
export class TableReader {
  readonly #ledger: Ledger
  readonly #cell: (cell: XmlElement) => Placed[]

  constructor(ledger: Ledger, cell: (cell: XmlElement) => Placed[]) {
    this.#ledger = ledger
    this.#cell = cell
  }

  read(table: XmlElement): Placed[] {
    const rows = rowsOf(table).map((row) =>
      cellsOf(row).map((cell) => {
        const properties = childOf(cell, 'w:tcPr')
        const merged = childOf(properties, 'w:vMerge')
        return {
          blocks: this.#cell(cell),
          columns: Math.min(100, Number(valOf(properties, 'w:gridSpan') ?? 1) || 1),
          goesOn: merged !== undefined && merged.attributes.get('w:val') !== 'restart',
        }
      }),
    )
    const isData = rows.length > 1 && rows.flat().every(({ blocks }) => isPlain(blocks))
    if (!isData) return rows.flat().flatMap(({ blocks }) => blocks)

    const above = new Map<number, string>()
    return rows.flatMap((cells) => {
      const row: Passage[] = []
      for (const { blocks, columns, goesOn } of cells) {
        const passage = goesOn ? this.#repeated(above.get(row.length) ?? '') : joined(blocks)
        if (!goesOn) above.set(row.length, passage.text)
        row.push(passage)
        for (let column = 1; column < columns; column++) row.push(this.#spanned(passage.text))
      }
      if (row.every(({ text }) => text === ''))
        return row.map((passage) => ({ kind: 'paragraph' as const, passage }))
      const whole = new Passage()
      for (const [at, passage] of row.entries())
        whole.append(passage, at === 0 ? '' : CELL_SEPARATOR)
      return [{ kind: 'paragraph' as const, passage: whole }]
    })
  }

  #repeated(words: string): Passage {
    return this.#spanning('row_span', 'repeat', words)
  }

  #spanned(words: string): Passage {
    return this.#spanning('column_span', 'empty', words)
  }

  #spanning(kind: 'row_span' | 'column_span', usual: 'repeat' | 'empty', words: string): Passage {
    const passage = new Passage()
    if (words === '' || words.length > LONGEST_REPEATED) return passage
    const option = this.#ledger.choose(kind, usual)
    this.#ledger.write(kind, option, { words, put: option === 'repeat' ? words : '' })
    if (option === 'repeat') passage.add(words)
    return passage
  }
}

function rowsOf(table: XmlElement): XmlElement[] {
  return childrenOf(table).flatMap((child) => {
    if (child.name === 'w:tr') return [child]
    const content = child.name === 'w:sdt' ? childOf(child, 'w:sdtContent') : child
    return content && WRAPS.has(child.name) ? rowsOf(content) : []
  })
}

function cellsOf(row: XmlElement): XmlElement[] {
  return childrenOf(row).flatMap((child) => {
    if (child.name === 'w:tc') return [child]
    const content = child.name === 'w:sdt' ? childOf(child, 'w:sdtContent') : child
    return content && WRAPS.has(child.name) ? cellsOf(content) : []
  })
}

const WRAPS = new Set(['w:sdt', 'w:customXml', 'w:ins', 'w:moveTo', 'w:del', 'w:moveFrom'])

function isPlain(blocks: readonly Placed[]): boolean {
  const withWords = blocks.filter(({ passage }) => passage.text !== '')
  const length = withWords.reduce((sum, { passage }) => sum + passage.text.length, 0)
  return withWords.length <= 1 || length <= LONGEST_CELL
}

function joined(blocks: readonly Placed[]): Passage {
  const whole = new Passage()
  for (const { passage } of blocks) {
    const isFirst = whole.text === '' || passage.text === ''
    whole.append(passage, isFirst ? '' : ' / ')
  }
  return whole
}
