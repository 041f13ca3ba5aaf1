import { parse } from 'parse5'
import type { DocumentNote } from '@/lib/domain/articles/document-note'
import { type Block, layOut } from '@/lib/domain/text/blocks'
import { Ledger } from '../account/ledger'
import { withOneHeadline } from '../places/headline'
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
  const document = parse(html, {
    scriptingEnabled: false,
    sourceCodeLocationInfo: hasLiteralTags(html),
  })
  const reader = new PageReader(document, html, ledger)
  reader.read(document)
  const { beside, gatherer } = reader
  const { blocks, edges } = beside.marks.takeOut(gatherer.blocks)
  return {
    blocks: withOneHeadline(blocks),
    source: reader.words(document),
    notes: beside.said({ ...layOut(blocks), language }, edges),
  }
}
