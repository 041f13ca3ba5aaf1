import { attribute, elementsBelow, isText, oneLine, type Page } from './tree'

/** What a page's JSON-LD says of its article, by the terms of schema.org; null where it does not say. */
export interface LinkedFacts {
  type: string | null
  title: string | null
  byline: string | null
  publisher: string | null
  published: string | null
  modified: string | null
  language: string | null
}

/** Reads the first article in a page's JSON-LD. Blocks that are no JSON are passed over, as browsers and crawlers do. */
export function linkedFacts(page: Page): LinkedFacts {
  const article = things(page).find((one) => ARTICLE.test(typeOf(one) ?? ''))
  return {
    type: article ? typeOf(article) : null,
    title: text(article?.headline) ?? text(article?.name),
    byline: names(article?.author ?? article?.creator),
    publisher: names(article?.publisher ?? article?.sourceOrganization),
    published: text(article?.datePublished) ?? text(article?.dateCreated),
    modified: text(article?.dateModified),
    language: text(article?.inLanguage),
  }
}

type Thing = Record<string, unknown>

const ARTICLE =
  /(?:Article|BlogPosting|PressRelease|Report|Review|SocialMediaPosting|Legislation|Dataset)$/

function things(page: Page): Thing[] {
  const found: Thing[] = []
  for (const element of elementsBelow(page)) {
    if (element.tagName !== 'script') continue
    if (!/^application\/ld\+json\b/i.test(attribute(element, 'type') ?? '')) continue
    const json = element.childNodes.map((node) => (isText(node) ? node.value : '')).join('')
    found.push(...topThings(parsed(json)))
  }
  return found.slice(0, MOST_THINGS)
}

const MOST_THINGS = 1_000

/** A list and a `@graph` stand for what is in them. */
function topThings(value: unknown): Thing[] {
  const list = Array.isArray(value) ? value.slice(0, MOST_THINGS) : [value]
  return list.filter(isThing).flatMap((one) => {
    const graph = one['@graph']
    return Array.isArray(graph) ? [one, ...graph.slice(0, MOST_THINGS).filter(isThing)] : [one]
  })
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(
      json.replace(/^\s*(?:<!--|\/\*<!\[CDATA\[\*\/)|(?:-->|\/\*\]\]>\*\/)\s*$/g, ''),
    )
  } catch {
    return null
  }
}

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

function typeOf(thing: Thing): string | null {
  const type = thing['@type']
  return text(Array.isArray(type) ? type[0] : type)
}

/** The names of people or organisations, as `Ada Pine, Ben Oak`. */
function names(value: unknown): string | null {
  const list = Array.isArray(value) ? value.slice(0, MOST_NAMES) : [value]
  const found = list.map((one) => text(isThing(one) ? one.name : one)).filter((one) => one !== null)
  return found.length > 0 ? [...new Set(found)].join(', ') : null
}

const MOST_NAMES = 20

function text(value: unknown): string | null {
  if (typeof value !== 'string') return null
  return oneLine(value) || null
}
