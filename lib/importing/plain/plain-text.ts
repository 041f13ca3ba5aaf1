import type { Block, BlockKind } from '@/lib/domain/text/blocks'
import { Ledger } from '../account/ledger'
import { PartedWords } from '../account/parted-words'
import { withTitle } from '../places/headline'
import { joinLines } from './join-lines'
import { runsOf } from './tab-rows'
import { isWrapped, wrapWidth } from './unwrap-lines'

/** From this length on, in UTF-16 units, a line is a paragraph and not one line of it. */
const PARAGRAPH = 160

/** The longest subhead and the shortest paragraphs that it may stand between, in UTF-16 units. */
const SUBHEAD = 80
const AROUND_SUBHEAD = 120

/**
 * Reads plain text as blocks: line ends become `\n`, blank lines part blocks, and lines that a program wrapped are
 * joined again, unless that is not wanted. Bullets are taken off; numbers stay, since they are words.
 */
export function blocksOfPlainText(
  text: string,
  ledger: Ledger = new Ledger(),
): { blocks: Block[]; source: string } {
  const lines = text.replace(/\r\n?|[\u2028\u2029]/g, '\n').split('\n')
  const passages = passagesOf(paragraphsOf(lines), ledger)
  const width = wrapWidth(passages.map((passage) => passage.lines))
  const wrapped = new Set(
    passages.filter(({ lines }) => lines.length > 1 && isWrapped(lines, width)),
  )
  const joins = wrapped.size > 0 && areJoined([...wrapped], ledger)
  const parted = new PartedWords(text, ledger)
  const blocks = passages.map((passage) => {
    const { kind, lines } = passage
    if (passage.isRow) return { kind, text: lines.join('') }
    return {
      kind,
      text: joins && wrapped.has(passage) ? joinLines(lines, parted) : lines.join('\n').trim(),
    }
  })
  return { blocks: withSubheads(withTitle(blocks)), source: text }
}

function areJoined(passages: readonly Passage[], ledger: Ledger): boolean {
  const count = passages.reduce((sum, { lines }) => sum + lines.length - 1, 0)
  const option = ledger.choose('wrap', 'join')
  ledger.write('wrap', option, { words: count === 1 ? '1 line end' : `${count} line ends` })
  return option === 'join'
}

/** Some programs put no blank line between paragraphs: then every line is one. */
function paragraphsOf(lines: string[]): string[][] {
  const paragraphs: string[][] = []
  let open: string[] | null = null
  for (const line of lines) {
    if (line.trim() === '') {
      open = null
    } else if (open) {
      open.push(line)
    } else {
      open = [line]
      paragraphs.push(open)
    }
  }
  const [only, another] = paragraphs
  const isLinePerParagraph = only && !another && only.some((line) => line.length >= PARAGRAPH)
  return isLinePerParagraph ? only.map((line) => [line]) : paragraphs
}

interface Passage {
  kind: BlockKind
  lines: string[]
  /** A table's row, whose empty cells at its ends are places too. */
  isRow?: boolean
}

function passagesOf(paragraphs: string[][], ledger: Ledger): Passage[] {
  const listed = numberedLines(paragraphs.flat())
  const passages: Passage[] = []
  let line = -1
  for (const paragraph of paragraphs) {
    let open: Passage | null = null
    for (const { lines, isTable } of runsOf(paragraph)) {
      for (const words of lines) {
        line++
        const item = isTable ? null : (bulleted(words) ?? (listed.has(line) ? words : null))
        if (item === null && open && !isTable && !open.isRow) {
          open.lines.push(words)
        } else {
          if (item !== null && /^\s*o\t/.test(words)) {
            ledger.write('markup', null, { words: 'o', took: 'o' })
          }
          open = item === null ? plain(words, isTable) : { kind: 'list_item', lines: [item] }
          passages.push(open)
        }
      }
    }
  }
  return passages
}

const plain = (line: string, isRow: boolean): Passage => ({
  kind: 'paragraph',
  lines: [line],
  isRow,
})

/** What follows the bullet; a line of asterisks only is a break and not an item. */
function bulleted(line: string): string | null {
  const bullet = /^\s*(?:[-*]\s+|o\t+|[•‣▪●◦·]\s*)/.exec(line)?.[0]
  const words = bullet && line.slice(bullet.length)
  return words && /[\p{L}\p{N}]/u.test(words) ? words : null
}

/** The lines whose number follows on, or is followed: “12. Juni” alone begins a sentence and not an item. */
function numberedLines(lines: string[]): Set<number> {
  const numbers = lines.flatMap((line, index) => {
    const number = /^\s*(\d{1,3})[.)]\s/.exec(line)?.[1]
    return number === undefined ? [] : [{ index, number: Number(number) }]
  })
  const listed = numbers.filter(({ number }, at) => {
    return numbers[at - 1]?.number === number - 1 || numbers[at + 1]?.number === number + 1
  })
  return new Set(listed.map(({ index }) => index))
}

function withSubheads(blocks: Block[]): Block[] {
  return blocks.map((block, index) => {
    const isSubhead = isSubheadLike(block) && isLong(blocks[index - 1]) && isLong(blocks[index + 1])
    return isSubhead ? { ...block, kind: 'subhead' } : block
  })
}

function isSubheadLike({ kind, text }: Block): boolean {
  const isShortLine = kind === 'paragraph' && text.length <= SUBHEAD && !text.includes('\n')
  return isShortLine && !/[\p{Po}\p{Pf}"']$/u.test(text)
}

function isLong(block: Block | undefined): boolean {
  return block?.kind === 'paragraph' && block.text.length >= AROUND_SUBHEAD
}
