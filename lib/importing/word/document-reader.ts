import type { Block, BlockKind } from '@/lib/domain/text/blocks'
import type { Line } from '../account/line'
import { readingNumber } from '../place/reading-place'
import { changeOf } from './changes'
import { type Around, InlineReader } from './inline-reader'
import type { ItemNumbers } from './list-numbering'
import { childOf, childrenOf, elementsBelow, valOf, wordsOf, type XmlElement } from './markup/xml'
import { Passage } from './passage'
import { type Numbering, numberingOf } from './styles'
import { TableReader } from './table-reader'

export interface ReadBlock extends Block {
  passage: Passage
}

/** Reads a document's body, or another part that holds paragraphs and tables, as blocks (ECMA-376 §17.2). */
export class DocumentReader {
  readonly blocks: ReadBlock[] = []
  readonly #around: Around
  readonly #numbering: ItemNumbers
  readonly #inline: InlineReader
  readonly #boxes: XmlElement[] = []
  readonly #numberLines = new Map<string, Line>()
  #passage = new Passage()
  #paragraphs = 0

  constructor(around: Omit<Around, 'box'>, numbering: ItemNumbers) {
    this.#around = { ...around, box: (content) => this.#boxes.push(content) }
    this.#numbering = numbering
    this.#inline = new InlineReader(this.#around, this.#passage)
  }

  read(container: XmlElement): void {
    for (const child of childrenOf(container)) {
      if (child.name === 'w:p') this.#paragraph(child)
      else if (child.name === 'w:tbl') this.#table(child)
      else if (child.name === 'w:sdt') {
        const content = childOf(child, 'w:sdtContent')
        if (content) this.read(content)
      } else if (child.name === 'mc:AlternateContent') {
        const shown = childOf(child, 'mc:Choice') ?? childOf(child, 'mc:Fallback')
        if (shown) this.read(shown)
      } else if (child.name === 'w:altChunk') {
        this.#around.ledger.write('embedded', null, { words: 'A part in another format' })
      } else if (child.name.startsWith('w:comment')) this.#inline.read(asContainer(child), PLAIN)
      else if (changeOf(child) || child.name === 'w:customXml') this.read(child)
    }
  }

  /** Reads a paragraph; its mark may be a deleted one, and then what follows belongs to the same block. */
  #paragraph(paragraph: XmlElement): void {
    readingNumber('paragraph', ++this.#paragraphs)
    const properties = childOf(paragraph, 'w:pPr')
    const style = this.#around.styles.of(valOf(properties, 'w:pStyle'), true)
    this.#inline.read(paragraph, style.look)
    if (!this.#inline.endsParagraph(paragraph)) {
      this.#inline.finish()
      return
    }
    const numbering = { ...style.numbering, ...numberingOf(properties) }
    this.#finish(style.kind, numbering)
    this.#readBoxes()
  }

  #finish(kind: BlockKind | undefined, { list, level = 0 }: Partial<Numbering>): void {
    this.#inline.finish()
    const passage = this.#passage
    this.#passage = new Passage()
    this.#inline.passage = this.#passage
    const isItem = list !== undefined && list !== '0'
    const isEmpty = passage.text.trim() === ''
    const number = isItem && !isEmpty ? this.#numbering.next({ list, level }) : null
    const isHeading = kind === 'headline' || kind === 'subhead'
    const before = number === null ? '' : this.#numbered(list ?? '', number)
    this.#push(isItem && !isHeading ? 'list_item' : (kind ?? 'paragraph'), passage.trimmed(before))
  }

  #push(kind: BlockKind, passage: Passage): void {
    if (passage.text === '' && passage.edges.length === 0) return
    this.blocks.push({ kind, text: passage.text, passage })
  }

  /** What stands before an item with this number, as the account says of the numbers of its list. */
  #numbered(list: string, number: string): string {
    const { ledger } = this.#around
    const line = this.#numberLines.get(list)
    const option = line?.option ?? ledger.choose('number', 'in')
    const put = option === 'in' ? number : ''
    if (line) {
      line.words += ` ${number}`
      line.put += ` ${put}`
    } else this.#numberLines.set(list, ledger.write('number', option, { words: number, put }))
    return put === '' ? '' : `${number} `
  }

  #table(table: XmlElement): void {
    const reader = new TableReader(this.#around.ledger, (cell) => this.#blocksIn(cell))
    for (const { kind, passage } of reader.read(table)) this.#push(kind, passage)
  }

  /** The blocks of a cell, as if it were a document of its own. */
  #blocksIn(cell: XmlElement): ReadBlock[] {
    const first = this.blocks.length
    this.read(cell)
    return this.blocks.splice(first)
  }

  /** Boxes stand beside the text; what is put in of them comes after the paragraph that they hang on. */
  #readBoxes(): void {
    for (const box of this.#boxes.splice(0)) {
      const { ledger } = this.#around
      const shown = ({ name }: XmlElement) => name !== 'mc:Fallback'
      const words = [...elementsBelow(box, shown)]
        .map((one) => (one.name === 'w:t' ? wordsOf(one) : one.name === 'w:p' ? '\n' : ''))
        .join('')
        .trim()
      const option = ledger.choose('text_box', 'out')
      ledger.write('text_box', option, { words, took: option === 'out' ? words : '' })
      if (option === 'out') continue
      for (const { text, passage } of this.#blocksIn(box)) {
        this.blocks.push({ kind: 'pull_quote', text, passage })
      }
    }
  }
}

const PLAIN = { hidden: undefined, struck: undefined, height: undefined }

const asContainer = (child: XmlElement): XmlElement => ({ ...child, children: [child] })
