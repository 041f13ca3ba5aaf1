import { Readability } from '@mozilla/readability'
import { parseHTML } from 'linkedom'
import { serialize } from 'parse5'
import { parseAddress } from '@/lib/domain/web-address'
import { type ArticleBlock, blocksOf } from './article-blocks'
import { isProse, type Parted, partBlocks } from './boilerplate'
import { type Caption, cleanPage } from './clean-page'
import { headFacts } from './head-facts'
import { type PageFacts, pageFacts } from './page-facts'
import { titleOf } from './page-title'
import { parsePage } from './parse-page'
import { elementsBelow, type Page } from './tree'

/** An article as it was read from a page; null for what the page does not say. */
export interface ExtractedArticle {
  /** Paragraphs, headings, items and quotes in the order of reading, with an empty line between two. */
  text: string
  /** The words at pictures, which are not in the text. */
  captions: string[]
  title: string | null
  byline: string | null
  /** The name of the site, else its host. */
  siteName: string | null
  /** As the page writes it. */
  publishedTime: string | null
  /** BCP 47, as the page writes it. */
  lang: string | null
  excerpt: string | null
  /** A type of schema.org or Open Graph, as `NewsArticle`. */
  type: string | null
}

/**
 * Reads the article in a page: its own words without menus, sharing, newsletters, lists of other articles and comments,
 * and what the page says of title, authors, site, date and language. The same page gives the same text always; nothing
 * of it runs or is loaded. A page without an article gives all its words. Refuses a page that is too large to be read.
 */
export function extractArticle(html: string, { url }: { url?: string } = {}): ExtractedArticle {
  return findArticle(parsePage(html), { url }).article
}

/** An article as it was found in a page, with the blocks that it is of and what stands around them. */
export interface FoundArticle {
  article: ExtractedArticle
  facts: PageFacts
  head: ArticleBlock[]
  body: ArticleBlock[]
  /** Whether something in it reads as an article; without, its body is all the words of the page. */
  isArticle: boolean
  captions: Caption[]
}

/** Finds the article in a page that is parsed already; the page is changed by it. */
export function findArticle(page: Page, { url }: { url?: string } = {}): FoundArticle {
  const facts = pageFacts(page)
  const whole = readArticle(page)
  const { captions } = cleanPage(page)
  const clean = readArticle(page)

  const title = titleOf(whole.title, facts)
  const { head, body } = surer(partBlocks(clean.blocks, title), partBlocks(whole.blocks, title))
  const printed = headFacts(head)
  const article = {
    text: body.map(({ text }) => text).join('\n\n'),
    captions: [...new Set(captions.map(({ text }) => text))],
    title,
    byline: whole.byline ?? facts.byline ?? printed.byline,
    siteName: whole.siteName ?? facts.publisher ?? hostOf(url),
    publishedTime: whole.publishedTime ?? facts.published ?? printed.published,
    lang: whole.lang ?? facts.language,
    excerpt: whole.excerpt ?? facts.summary,
    type: facts.type,
  }
  return { article, facts, head, body, captions, isArticle: body.some((one) => isProse(one)) }
}

interface Read {
  blocks: ArticleBlock[]
  title: string | null
  byline: string | null
  siteName: string | null
  publishedTime: string | null
  lang: string | null
  excerpt: string | null
}

function readArticle(page: Page): Read {
  const found = isLarge(page) ? null : new Readability(parseHTML(serialize(page)).document).parse()
  return {
    blocks: blocksOf(found?.content ? parsePage(found.content) : page),
    title: found?.title || null,
    byline: found?.byline || null,
    siteName: found?.siteName || null,
    publishedTime: found?.publishedTime || null,
    lang: found?.lang || null,
    excerpt: found?.excerpt || null,
  }
}

/** Beyond this many elements, finding the article takes longer than their number; a long page of news has a tenth. */
const MOST_ELEMENTS = 40_000

function isLarge(page: Page): boolean {
  let elements = 0
  for (const _ of elementsBelow(page)) if (++elements > MOST_ELEMENTS) return true
  return false
}

/** What was cleaned, unless the cleaning took most of the article with it: pages may call anything by any name. */
function surer(clean: Parted, whole: Parted): Parted {
  return lengthOf(clean.body) * 2 >= lengthOf(whole.body) ? clean : whole
}

function hostOf(url: string | undefined): string | null {
  const host = url ? parseAddress(url)?.hostname : ''
  return host?.replace(/^www\./, '') || null
}

const lengthOf = (blocks: readonly ArticleBlock[]) =>
  blocks.reduce((sum, { text }) => sum + text.length, 0)
