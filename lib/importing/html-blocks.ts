import type { Block, BlockKind } from '@/lib/domain/text/blocks'
import { isBlock, keepsSpaces, kindOf, nameOf } from './html-elements'
import { InlineText } from './html-inline-text'

interface Frame {
  kind: BlockKind
  keepsSpaces: boolean
  isBlock: boolean
}

/** What stands between the cells of a row, which become one block. */
const CELL_SEPARATOR = ' | '

/** Gathers the steps of a walk into blocks: every block element parts them, every other one joins them. */
export class BlockGatherer {
  readonly blocks: Block[] = []
  #text = new InlineText()
  #frames: Frame[] = []
  /** For each open table row, how many blocks there were before each of its cells. */
  #rows: number[][] = []

  opens(element: Element): void {
    const name = nameOf(element)
    const startsBlock = isBlock(element)
    if (startsBlock) this.finish()
    if (name === 'br') this.#text.breakLine()
    if (name === 'q') this.#text.add('“')
    if (name === 'tr') this.#rows.push([])
    if (name === 'td' || name === 'th') this.#rows.at(-1)?.push(this.blocks.length)

    const outer = this.#frame
    this.#frames.push({
      kind: (startsBlock ? kindOf(element) : null) ?? outer.kind,
      keepsSpaces: keepsSpaces(element) ?? outer.keepsSpaces,
      isBlock: startsBlock,
    })
  }

  closes(element: Element): void {
    const name = nameOf(element)
    if (name === 'q') this.#text.add('”')
    if (this.#frame.isBlock) this.finish()
    this.#frames.pop()
    if (name === 'tr') this.#joinRow(this.#rows.pop() ?? [])
  }

  text(text: string): void {
    if (this.#frame.keepsSpaces) this.#text.addPreserved(text)
    else this.#text.add(text)
  }

  /** Ends the block that is being read. */
  finish(): void {
    const { kind } = this.#frame
    for (const text of this.#text.take()) this.blocks.push({ kind, text })
  }

  get #frame(): Frame {
    return this.#frames.at(-1) ?? { kind: 'paragraph', keepsSpaces: false, isBlock: true }
  }

  /** A row of plain cells is one block; one that holds more than a block a cell only lays a page out. */
  #joinRow(cells: number[]): void {
    const [first] = cells
    const isPlain = cells.every((start, at) => (cells[at + 1] ?? this.blocks.length) - start <= 1)
    if (first === undefined || !isPlain) return
    const row = this.blocks.slice(first)
    const kind = row[0]?.kind
    if (kind === undefined || row.some((block) => block.kind !== kind)) return
    const text = row.map((cell) => cell.text.replaceAll('\n', ' ')).join(CELL_SEPARATOR)
    this.blocks.splice(first, row.length, { kind, text })
  }
}
