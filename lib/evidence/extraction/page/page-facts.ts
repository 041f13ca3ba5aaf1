import { linkedFacts } from './json-ld'
import { attribute, elementsBelow, oneLine, type Page, wordsOf } from './tree'

/** What a page says of itself, each fact from the surest place that has it; null where none has. */
export interface PageFacts {
  title: string | null
  byline: string | null
  publisher: string | null
  /** As the page writes it. */
  published: string | null
  /** When this version of it was made, as the page writes it. */
  modified: string | null
  /** The address that it calls its own, as it writes it. */
  canonical: string | null
  language: string | null
  summary: string | null
  /** A type of schema.org or Open Graph. */
  type: string | null
  /** The words of the `title` element. */
  label: string | null
  headings: string[]
}

/** Reads JSON-LD, Open Graph, Dublin Core and other `meta` elements, the `lang` of the page, and `time` elements. */
export function pageFacts(page: Page): PageFacts {
  const linked = linkedFacts(page)
  const seen = gather(page)
  const said = (...names: string[]) =>
    names.map((name) => seen.meta.get(name)).find((value) => value !== undefined) ?? null
  return {
    title:
      linked.title ??
      said('og:title', 'dc.title', 'dcterms.title', 'citation_title', 'twitter:title'),
    byline:
      linked.byline ??
      said(
        'author',
        'dc.creator',
        'dcterms.creator',
        'citation_author',
        'parsely-author',
        'sailthru.author',
      ),
    publisher:
      said('og:site_name') ??
      linked.publisher ??
      said('dc.publisher', 'dcterms.publisher', 'citation_publisher', 'application-name'),
    published: linked.published ?? said(...PUBLISHED) ?? seen.time,
    modified:
      linked.modified ?? said('article:modified_time', 'og:updated_time', 'dcterms.modified'),
    canonical: seen.canonical ?? said('og:url'),
    language: seen.lang ?? linked.language ?? said('content-language', 'dc.language', 'og:locale'),
    summary: said('og:description', 'description', 'dc.description', 'twitter:description'),
    type: linked.type ?? said('og:type'),
    label: seen.label,
    headings: seen.headings,
  }
}

const PUBLISHED = [
  'article:published_time',
  'og:article:published_time',
  'og:published_time',
  'dc.date.issued',
  'dcterms.issued',
  'dc.date',
  'dcterms.date',
  'dcterms.created',
  'citation_publication_date',
  'parsely-pub-date',
  'sailthru.date',
  'pubdate',
  'publish-date',
  'publication_date',
  'date',
]

interface Seen {
  meta: Map<string, string>
  lang: string | null
  canonical: string | null
  label: string | null
  headings: string[]
  time: string | null
}

const MOST_HEADINGS = 50

function gather(page: Page): Seen {
  const seen: Seen = {
    ...{ meta: new Map(), lang: null, canonical: null, label: null },
    ...{ headings: [], time: null },
  }
  for (const element of elementsBelow(page)) {
    const name = element.tagName
    if (name === 'meta') {
      const key =
        attribute(element, 'property') ??
        attribute(element, 'name') ??
        attribute(element, 'itemprop') ??
        attribute(element, 'http-equiv')
      const value = oneLine(attribute(element, 'content') ?? '')
      for (const one of key?.toLowerCase().trim().split(/\s+/) ?? []) {
        if (value && !seen.meta.has(one)) seen.meta.set(one, value)
      }
    }
    if (name === 'link' && /^canonical$/i.test(attribute(element, 'rel')?.trim() ?? '')) {
      seen.canonical ??= attribute(element, 'href')?.trim() || null
    }
    if (name === 'html') seen.lang = attribute(element, 'lang')?.trim() || null
    if (name === 'title') seen.label ??= wordsOf(element) || null
    if (/^h[12]$/.test(name) && seen.headings.length < MOST_HEADINGS)
      seen.headings.push(wordsOf(element))
    if (name === 'time') seen.time ??= timeOf(attribute(element, 'datetime'), wordsOf(element))
  }
  return seen
}

/** A `time` element may be an hour or a duration, which are no dates. */
function timeOf(stamp: string | null, words: string): string | null {
  const value = stamp?.trim() || words
  return /\d{4}/.test(value) ? value : null
}
