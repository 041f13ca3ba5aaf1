import type { DocumentNote, NoteCounts } from '../domain/articles/document-note'
import type { ItemFacts } from '../domain/articles/item-version'
import { Refusal } from '../domain/refusal'
import type { Block } from '../domain/text/blocks'
import { unaccounted } from './account/compare'
import { Ledger } from './account/ledger'
import type { Choices, Line } from './account/line'
import { decode, type UsedEncoding } from './encoding/decode'
import type { EncodingName } from './encoding/encodings'
import { blocksOfHtml } from './html/html'
import { refuseTooLarge, refuseTooMany } from './limits'
import { blocksOfMarkdown } from './markdown/markdown'
import { blocksOfNinjs } from './ninjs/ninjs'
import { blocksOfPlainText } from './plain/plain-text'
import type { SourceKind, TextSource } from './read-file'

/** How a source is to be read: its encoding, where it is a file, and what becomes of what the text cannot show as it stood. */
export interface Wishes {
  encoding?: EncodingName
  choices?: Choices
  /** In which its sentences are read, to say what a note hangs on. */
  language?: string
}

/** An article as blocks, with the account of every letter and digit that does not stand in them as in the source. */
export interface Reading {
  blocks: Block[]
  lines: Line[]
  /** Null for what was pasted or typed. */
  encoding: UsedEncoding | null
  /** How much a document says beside its text. */
  beside?: NoteCounts
  /** What an item from elsewhere says of itself, by which a later version of it is known. */
  item?: ItemFacts
}

/** With what it says beside its text, on the words of its blocks laid out. */
export type ArticleReading = Reading & { notes: DocumentNote[] }

/** Reads an opened or pasted article. Refuses what is empty, and by its size what could be no article. */
export function importArticle(
  source: TextSource,
  { encoding: chosen, choices, language }: Wishes = {},
): ArticleReading {
  const isHtml = source.kind === 'html'
  const { content, encoding } =
    'bytes' in source
      ? decode(source.bytes, { isHtml, chosen })
      : { content: source.content, encoding: null }
  if (content.trim() === '') {
    const what = encoding
      ? 'There is no text in this file.'
      : 'There are no words in this text yet.'
    throw new Refusal('invalid', what)
  }
  refuseTooLarge(source.kind, content)
  const ledger = new Ledger(choices)
  const {
    blocks,
    source: words,
    notes = [],
    item,
  } = READERS[source.kind](content, ledger, language)
  refuseTooMany(blocks)
  if (blocks.length === 0) throw new Refusal('invalid', 'There are no words in this text yet.')
  const text = blocks.map((block) => block.text).join('\n\n')
  const lines = [...ledger.lines, ...unaccounted(words, text, ledger.lines)]
  return { blocks, encoding, lines, notes, ...(item && { item }) }
}

type Reader = (
  content: string,
  ledger: Ledger,
  language?: string,
) => { blocks: Block[]; source: string; notes?: DocumentNote[]; item?: ItemFacts }

const READERS: Record<SourceKind, Reader> = {
  text: blocksOfPlainText,
  markdown: blocksOfMarkdown,
  html: blocksOfHtml,
  ninjs: blocksOfNinjs,
}
