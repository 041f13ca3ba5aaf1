import { parse } from 'parse5'
import type { DocumentNote } from '@/lib/domain/articles/document-note'
import { type Block, layOut } from '@/lib/domain/text/blocks'
import { Ledger } from '../account/ledger'
import { withOneHeadline } from '../places/headline'
import type { Beside } from './beside'
import { PageReader } from './page-reader'
import { hasLiteralTags } from './unknown-tags'

/**
 * Reads a page, or what a word processor put on the clipboard, as blocks, and gives the letters and digits of all that
 * is in it, and what it says beside its text on the words. It is parsed into plain objects, so nothing in it runs or loads, and no name in it means anything.
 */
export function blocksOfHtml(
  html: string,
  ledger: Ledger = new Ledger(),
  language = 'en',
): { blocks: Block[]; source: string; notes: DocumentNote[] } {
  const { blocks: marked, source, beside } = markedBlocksOfHtml(html, ledger)
  const { blocks, edges } = beside.marks.takeOut(marked)
  return {
    blocks: withOneHeadline(blocks),
    source,
    notes: beside.said({ ...layOut(blocks), language }, edges),
  }
}

/**
 * The same, with the kinds alone that the markup gives, and no headline that is guessed. The signs of what it says beside
 * still stand in the blocks.
 */
export function markedBlocksOfHtml(
  html: string,
  ledger: Ledger,
): { blocks: Block[]; source: string; beside: Beside } {
  const document = parse(html, {
    scriptingEnabled: false,
    sourceCodeLocationInfo: hasLiteralTags(html),
  })
  const reader = new PageReader(document, html, ledger)
  reader.read(document)
  const { beside, gatherer } = reader
  return { blocks: gatherer.blocks, source: reader.words(document), beside }
}
