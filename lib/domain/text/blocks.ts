/** An article's text as blocks, and the one canonical plain text that hashes and offsets refer to. */

export const BLOCK_KINDS = {
  headline: 'Headline',
  dek: 'Dek',
  subhead: 'Subhead',
  paragraph: 'Paragraph',
  list_item: 'List item',
  quote: 'Quote',
  pull_quote: 'Pull quote',
  caption: 'Caption',
  footnote: 'Note',
} as const

export type BlockKind = keyof typeof BLOCK_KINDS

export const isBlockKind = (kind: unknown): kind is BlockKind =>
  typeof kind === 'string' && Object.hasOwn(BLOCK_KINDS, kind)

/** A block as it comes in: the place that prints the words, and the words. */
export interface Block {
  kind: BlockKind
  text: string
}

/** A half-open range of UTF-16 units. */
export interface Span {
  start: number
  end: number
}

/** A block's place in the canonical text. */
export interface PlacedBlock extends Span {
  kind: BlockKind
}

/** What stands between the cells of a table's row, which are one block; an empty cell keeps its place between two. */
export const CELL_SEPARATOR = ' | '

export const BLOCK_SEPARATOR = '\n\n'

/** The longest text that an article may have, in UTF-16 units: some 150,000 English words. */
export const LONGEST_TEXT = 1_000_000

/** Lays blocks out as one text, joined by two line feeds, with nothing normalised away. */
export function layOut(blocks: readonly Block[]): { text: string; blocks: PlacedBlock[] } {
  let start = 0
  const placed = blocks.map(({ kind, text }) => {
    const block = { kind, start, end: start + text.length }
    start = block.end + BLOCK_SEPARATOR.length
    return block
  })
  return { text: blocks.map(({ text }) => text).join(BLOCK_SEPARATOR), blocks: placed }
}

/** Whether a list's item begins with a number or letter of its own, and so needs no bullet: `3. Costs`, `b) Time`. */
export const hasNumber = (text: string) => /^\(?(?:\d{1,4}|[a-z]|[ivxlc]{1,7})[.)]\s/i.test(text)

/** What cannot be stored or printed as text: a NUL character, or half of a surrogate pair (RFC 3629 forbids it in UTF-8). */
export function unstorable(text: string): 'a NUL character' | 'half of a character' | null {
  if (text.includes('\0')) return 'a NUL character'
  return /\p{Surrogate}/u.test(text) ? 'half of a character' : null
}

/** Whether an offset would cut a surrogate pair in two. */
export function splitsPair(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset))
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff
