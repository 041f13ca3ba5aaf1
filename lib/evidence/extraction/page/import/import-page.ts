import { serialize } from 'parse5'
import type { DocumentNote } from '@/lib/domain/articles/document-note'
import { type ItemFacts, momentOf } from '@/lib/domain/articles/item-version'
import { Refusal } from '@/lib/domain/refusal'
import { type Block, layOut, unstorable } from '@/lib/domain/text/blocks'
import { unaccounted } from '@/lib/importing/account/compare'
import { Ledger } from '@/lib/importing/account/ledger'
import type { Line } from '@/lib/importing/account/line'
import { decode, type UsedEncoding } from '@/lib/importing/encoding/decode'
import { PageReader } from '@/lib/importing/html/page-reader'
import { hasLiteralTags } from '@/lib/importing/html/unknown-tags'
import type { Wishes } from '@/lib/importing/import-article'
import { refuseTooLarge, refuseTooMany } from '@/lib/importing/limits'
import { type FoundArticle, findArticle } from '../extract-article'
import { forgetNumbers, numberElements } from '../numbered'
import { parsePage } from '../parse-page'
import { canonicalAddress } from './canonical-address'
import { markArticle } from './mark-article'

/** An article as it was read from a page, with the account of all else that is in it. */
export interface PageReading {
  blocks: Block[]
  lines: Line[]
  encoding: UsedEncoding
  /** What it says beside the article's text, on the words of its blocks laid out. */
  notes: DocumentNote[]
  item: ItemFacts & { kind: 'page' }
}

/**
 * Reads the article in a page: its headline, dek, body and captions as blocks, and what the page says of itself. All else
 * in the page is told in the account and can be put in. Refuses a page in which nothing reads as an article.
 *
 * @param from the address that it came from; empty for a file
 */
export function importPage(
  bytes: Uint8Array,
  { from, encoding: chosen, choices, language = 'en' }: Wishes & { from: string },
): PageReading {
  const { content, encoding } = decode(bytes, { isHtml: true, chosen })
  refuseTooLarge('html', content)
  const page = parsePage(content, { withPlaces: hasLiteralTags(content) })
  const elements = numberElements(page)
  const found = findArticle(parsePage(serialize(page)), { url: from || undefined })
  if (!found.isArticle) throw new Refusal('invalid', NO_ARTICLE)
  const ledger = new Ledger(choices)
  const source = new PageReader(page, content, new Ledger()).words(page)
  const { hasHeadline, ...known } = markArticle(page, elements, found)
  forgetNumbers(elements)

  const reader = new PageReader(page, content, ledger, known)
  reader.read(page)
  const { beside, gatherer } = reader
  const marked = withHead(gatherer.blocks, found, { hasHeadline, ledger })
  const { blocks, edges } = beside.marks.takeOut(marked)
  refuseTooMany(blocks)
  const text = blocks.map((block) => block.text).join('\n\n')
  const lines = [...ledger.lines, ...unaccounted(source, text, ledger.lines)]
  const notes = beside.said({ ...layOut(blocks), language }, edges)
  return { blocks, lines, encoding, notes, item: itemOf(found, from) }
}

const NO_ARTICLE =
  'No article was found on this page. Open it in your browser, select the article there, and paste it here.'

/** One headline, from the page’s data where no heading says it, and the byline where it is wished for. */
function withHead(
  read: readonly Block[],
  { article: { title, byline } }: FoundArticle,
  { hasHeadline, ledger }: { hasHeadline: boolean; ledger: Ledger },
): Block[] {
  let isSeen = false
  const blocks = read.map((block): Block => {
    if (block.kind !== 'headline') return block
    const kind = hasHeadline && !isSeen ? 'headline' : 'subhead'
    isSeen = true
    return { ...block, kind }
  })
  if (!hasHeadline && title) {
    const option = ledger.choose('headline', 'in')
    ledger.write('headline', option, { words: title, put: option === 'in' ? title : '' })
    if (option === 'in') blocks.unshift({ kind: 'headline', text: title })
  }
  if (byline) {
    const option = ledger.choose('byline', 'out')
    ledger.write('byline', option, { words: byline, put: option === 'in' ? byline : '' })
    const after = blocks.findLastIndex(({ kind }, at) => at < 2 && /^(?:headline|dek)$/.test(kind))
    if (option === 'in') blocks.splice(after + 1, 0, { kind: 'paragraph', text: byline })
  }
  return blocks
}

function itemOf({ article, facts }: FoundArticle, from: string): PageReading['item'] {
  return {
    kind: 'page',
    uri: canonicalAddress(facts.canonical, from),
    version: '',
    versionCreated: momentOf(facts.modified ?? facts.published ?? ''),
    byline: line(article.byline, 300),
    published: line(article.publishedTime, 60),
    headline: line(article.title, 500),
    language: line(article.lang, 35),
    status: '',
  }
}

function line(text: string | null, longest: number): string {
  const said = (text ?? '').replace(/\s+/g, ' ').trim().slice(0, longest)
  return unstorable(said) ? '' : said
}
