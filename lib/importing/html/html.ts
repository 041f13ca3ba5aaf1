import { parse } from 'parse5'
import type { Block } from '@/lib/domain/text/blocks'
import { Ledger } from '../account/ledger'
import { withOneHeadline } from '../places/headline'
import { PageReader } from './page-reader'
import { hasLiteralTags } from './unknown-tags'

/**
 * Reads a page, or what a word processor put on the clipboard, as blocks, and gives the letters and digits of all that
 * is in it. It is parsed into plain objects, so nothing in it runs or loads, and no name in it means anything.
 */
export function blocksOfHtml(
  html: string,
  ledger: Ledger = new Ledger(),
): { blocks: Block[]; source: string } {
  const document = parse(html, {
    scriptingEnabled: false,
    sourceCodeLocationInfo: hasLiteralTags(html),
  })
  const reader = new PageReader(document, html, ledger)
  reader.read(document)
  return {
    blocks: withOneHeadline(reader.gatherer.blocks),
    source: reader.words(document),
  }
}
