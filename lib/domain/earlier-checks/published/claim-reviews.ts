import { Refusal } from '../../refusal'
import { MOST_PUBLISHED, type ReadCheck, readCheck, withoutRepeats } from './published-check'

/** The most text that is read, in UTF-16 units. */
export const LONGEST_REVIEWS = 5_000_000

/**
 * The fact-checks in a text of ClaimReview (schema.org, as JSON-LD): one, a list, a graph, a feed, or the scripts of a page in which they
 * stand. Nothing that it names is fetched. Refuses what holds none, or too many.
 */
export function claimReviewsIn(text: string): ReadCheck[] {
  if (text.length > LONGEST_REVIEWS) throw refused('This is more than 5 MB. Bring it in parts.')
  const nodes = documentsIn(text).flatMap(nodesIn)
  const byId = new Map(nodes.flatMap((node) => (isText(node['@id']) ? [[node['@id'], node]] : [])))
  const reviews = nodes.filter((node) => typesOf(node).includes('ClaimReview'))
  if (reviews.length === 0) {
    throw refused('There is no ClaimReview in this: no part of it has that @type.')
  }
  if (reviews.length > MOST_PUBLISHED) {
    throw refused(
      `There are ${reviews.length.toLocaleString('en')} in this; ${MOST_PUBLISHED.toLocaleString('en')} are brought at once. Bring it in parts.`,
    )
  }
  const follow = (value: unknown) => followed(value, byId)
  return withoutRepeats(
    reviews.map((review, at) => readCheck(saidIn(review, follow), `Review ${at + 1}`)),
  )
}

type Node = Record<string, unknown>
type Follow = (value: unknown) => unknown

function saidIn(review: Node, follow: Follow) {
  const item = objectIn(follow(review.itemReviewed))
  const rating = objectIn(follow(review.reviewRating))
  const own = [review.url, review.mainEntityOfPage, review['@id']].map((one) =>
    addressIn(follow(one)),
  )
  return {
    url: own.find((address) => address !== '') ?? '',
    claim: textIn(review.claimReviewed) || nameIn(item, follow),
    claimant: nameIn(item.author, follow) || nameIn(item.creator, follow),
    rating: textIn(rating.alternateName) || textIn(rating.name) || scaleIn(rating),
    title: textIn(review.headline) || textIn(review.name),
    publisher: nameIn(review.author, follow) || nameIn(review.publisher, follow),
    published: textIn(review.datePublished),
    language: textIn(review.inLanguage),
  }
}

/** `2 of 5`, where a rating has no words. */
function scaleIn({ ratingValue, bestRating }: Node): string {
  const [value, best] = [textIn(ratingValue), textIn(bestRating)]
  return value && best ? `${value} of ${best}` : value
}

/** What somebody or something is called: by a name, or by an object that has one, or by several of them. */
function nameIn(value: unknown, follow: Follow): string {
  const several = [follow(value)].flat().slice(0, 10).map(follow)
  const names = several.map((one) => (isNode(one) ? textIn(one.name) : textIn(one)))
  return names.filter(Boolean).join(', ')
}

function addressIn(value: unknown): string {
  const [one] = [value].flat()
  const address = isNode(one) ? textIn(one['@id']) || textIn(one.url) : textIn(one)
  return address.startsWith('#') || address.startsWith('_:') ? '' : address
}

/** A text or number, also as `{"@value": …}` and as the first of several. */
function textIn(value: unknown): string {
  const [one] = [value].flat()
  if (isText(one)) return one
  if (typeof one === 'number' && Number.isFinite(one)) return String(one)
  return isNode(one) && isText(one['@value']) ? one['@value'] : ''
}

const objectIn = (value: unknown): Node => {
  const one = Array.isArray(value) ? value[0] : value
  return isNode(one) ? one : {}
}

/** What a reference (`{"@id": …}` and nothing else) names, where it stands in the same text. */
function followed(value: unknown, byId: ReadonlyMap<unknown, Node>): unknown {
  const isReference = isNode(value) && Object.keys(value).length === 1 && isText(value['@id'])
  return isReference ? (byId.get(value['@id']) ?? value) : value
}

const typesOf = (node: Node) =>
  [node['@type']].flat().flatMap((type) => (isText(type) ? type.replace(/^.*[/:#]/, '') : []))

/** All objects in a document, however deep, in their order. */
function nodesIn(document: unknown): Node[] {
  const found: Node[] = []
  const left: unknown[] = [document]
  while (left.length > 0) {
    const next = left.pop()
    if (isNode(next)) found.push(next)
    if (typeof next !== 'object' || next === null) continue
    for (const part of Object.values(next).toReversed()) left.push(part)
  }
  return found
}

/** The documents in what was pasted: the text itself, or the JSON-LD of a page’s scripts. */
function documentsIn(text: string): unknown[] {
  const plain = text.replace(/^\uFEFF/, '').trim()
  if (plain === '') throw refused('There is nothing in this yet.')
  if (!plain.startsWith('<')) return [parsed(plain)]
  const scripts = [...plain.matchAll(SCRIPTS)].map(([, body = '']) => body.trim())
  if (scripts.length === 0) throw refused('There is no JSON-LD in this page.')
  return scripts.map(parsed)
}

const SCRIPTS =
  /<script\b[^>]*\bapplication\/ld\+json\b[^>]*>([^<]*(?:<(?!\/script)[^<]*)*)<\/script/gi

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw refused('This is not JSON. Paste all of it, from the first brace to the last.')
  }
}

const isText = (value: unknown): value is string => typeof value === 'string'

const isNode = (value: unknown): value is Node =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const refused = (message: string) => new Refusal('invalid', message, { file: message })
