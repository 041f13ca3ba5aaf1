import type { Block, BlockKind } from '@/lib/domain/text/blocks'
import type { Ledger } from '../account/ledger'
import type { Line } from '../account/line'
import { withoutMarks } from '../notes/place-marks'
import { InlineText } from './inline-text'
import { ListNumbers } from './list-numbers'
import { isBlock, keepsSpaces, kindOf } from './page/elements'
import { attribute, type Element, nameOf } from './page/tree'
import { TableRows } from './table-rows'

interface Frame {
  kind: BlockKind
  keepsSpaces: boolean
  isBlock: boolean
}

/** Gathers the steps of a walk into blocks: every block element parts them, every other one joins them. */
export class BlockGatherer {
  readonly blocks: Block[] = []
  readonly inline = new InlineText()
  #frames: Frame[] = []
  #rows: TableRows
  #numbers = new ListNumbers()
  /** The number of the list item that has begun and has no words yet. */
  #number: string | null = null
  /** The line that tells of the numbers of each open list. */
  #numberLines: (Line | null)[] = []
  #areWritten: boolean[] = []
  #ledger: Ledger

  constructor(ledger: Ledger) {
    this.#ledger = ledger
    this.#rows = new TableRows(this.blocks, ledger)
  }

  /** Begins an element; `kind` says what its blocks are where its name does not. */
  opens(element: Element, kind: BlockKind | null = null): void {
    const name = nameOf(element)
    const startsBlock = isBlock(element) || kind !== null
    if (startsBlock) this.finish()
    if (name === 'br') this.inline.breakLine()
    if (name === 'q') this.inline.add('“')
    if (isList(name)) {
      this.#numbers.opens(element)
      this.#numberLines.push(null)
      this.#areWritten.push(attribute(element, 'data-numbers') === 'written')
    }
    if (name === 'li') this.#number = this.#numbers.of(element)
    this.#rows.opens(element)

    const outer = this.#frame
    const own = startsBlock && outer.kind !== 'footnote' ? kindOf(element) : null
    this.#frames.push({
      kind: kind ?? own ?? outer.kind,
      keepsSpaces: keepsSpaces(element) ?? outer.keepsSpaces,
      isBlock: startsBlock,
    })
  }

  closes(element: Element): void {
    const name = nameOf(element)
    if (name === 'q') this.inline.add('”')
    if (this.#frame.isBlock) this.finish()
    this.#frames.pop()
    this.#rows.closes(element)
    if (name === 'li') this.#number = null
    if (isList(name)) {
      this.#numbers.closes()
      this.#numberLines.pop()
      this.#areWritten.pop()
    }
  }

  text(text: string): void {
    if (this.#frame.keepsSpaces) this.inline.addPreserved(text)
    else this.inline.add(text)
  }

  /** Whether white space is kept as it is written. */
  get keepsSpaces(): boolean {
    return this.#frame.keepsSpaces
  }

  /** Whether a note is being read. */
  get isInNote(): boolean {
    return this.#frame.kind === 'footnote'
  }

  /** Whether the block that is being read will have a number before it. */
  get startsWithNumber(): boolean {
    return this.#number !== null || this.inline.before !== ''
  }

  /** Ends the block that is being read. */
  finish(): void {
    const { kind } = this.#frame
    const [first, ...others] = this.inline.take()
    if (first === undefined) return
    this.blocks.push({ kind, text: this.#numbered(first) })
    for (const text of others) this.blocks.push({ kind, text })
  }

  #numbered(text: string): string {
    const number = this.#number
    this.#number = null
    if (number === null || withoutMarks(text).startsWith(number)) return text
    // Markdown has its numbers in the source already.
    if (this.#areWritten.at(-1)) return `${number} ${text}`
    const shown = this.isInNote ? `[${number.slice(0, -1)}]` : number
    const line = this.#numberLines.at(-1)
    const option = line?.option ?? this.#ledger.choose('number', 'in')
    const put = option === 'in' ? shown : ''
    if (line) {
      line.words += ` ${shown}`
      line.put += ` ${put}`
    } else {
      this.#numberLines.splice(-1, 1, this.#ledger.write('number', option, { words: shown, put }))
    }
    return option === 'in' ? `${shown} ${text}` : text
  }

  get #frame(): Frame {
    return this.#frames.at(-1) ?? { kind: 'paragraph', keepsSpaces: false, isBlock: true }
  }
}

const isList = (name: string) => /^(?:ol|ul|menu|dir)$/.test(name)
