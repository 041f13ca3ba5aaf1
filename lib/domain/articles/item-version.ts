/** What an article can be brought from that has an identity of its own, by which a later version of it is known. */
export const ITEM_KINDS = { ninjs: 'ninjs item', page: 'Page' } as const

export type ItemKind = keyof typeof ITEM_KINDS

/** One version of an item from elsewhere, as it says itself; empty where it does not say. */
export interface ItemVersion {
  kind: ItemKind
  /** What identifies it over all its versions: the `uri` of ninjs, a page's canonical address. */
  uri: string
  version: string
  /** ISO 8601, in UTC. */
  versionCreated: string
  byline: string
  /** When it was published or first made, as it is written there. */
  published: string
}

/** An item's version, and what else it says that an article is filled in with. */
export interface ItemFacts extends ItemVersion {
  headline: string
  /** BCP 47. */
  language: string
  /** What the item says against printing it, as `withheld`; empty for one that is usable. */
  status: string
}

/** The longest address of an item that is kept, in UTF-16 units. One that was cut would be that of another item. */
export const LONGEST_URI = 2_000

/** A moment as items and pages write it, as ISO 8601 in UTC; empty for what is none. */
export function momentOf(text: string): string {
  const moment = new Date(text)
  const year = moment.getUTCFullYear()
  return year >= 1000 && year <= 9999 ? moment.toISOString() : ''
}

type Dated = Pick<ItemVersion, 'version' | 'versionCreated'>

/**
 * Whether a version of an item is newer than one that is on file: by its number, and by its time where the numbers are
 * the same or are no numbers. `unknown` where the item says neither.
 */
export function ageOf(brought: Dated, known: Dated): 'newer' | 'same' | 'older' | 'unknown' {
  const byNumber = compareNumbers(brought.version, known.version)
  if (byNumber) return byNumber > 0 ? 'newer' : 'older'
  const [one, other] = [brought, known].map(({ versionCreated }) => Date.parse(versionCreated))
  if (Number.isFinite(one) && Number.isFinite(other) && one !== other) {
    return Number(one) > Number(other) ? 'newer' : 'older'
  }
  const isAlike = byNumber === 0 || brought.version === known.version
  return isAlike && (brought.version !== '' || one === other) ? 'same' : 'unknown'
}

/** Below, at or above zero; null where one is no number such as `4`, `1.12` or `20201207093000`. */
function compareNumbers(one: string, other: string): number | null {
  if (!NUMBER.test(one) || !NUMBER.test(other)) return null
  const [left, right] = [one, other].map((version) => version.split('.'))
  for (let at = 0; at < Math.max(left?.length ?? 0, right?.length ?? 0); at++) {
    const [a, b] = [left, right].map((parts) => (parts?.[at] ?? '0').replace(/^0+(?=\d)/, ''))
    const differs = Number(a?.length) - Number(b?.length) || (a ?? '').localeCompare(b ?? '', 'en')
    if (differs !== 0) return differs
  }
  return 0
}

const NUMBER = /^\d+(?:\.\d+)*$/

/** How an item is called in a line, by its version and its address. */
export const itemName = ({ kind, uri, version }: Pick<ItemVersion, 'kind' | 'uri' | 'version'>) =>
  [version && `version ${version} of`, kind === 'page' ? 'the page' : 'the item', uri]
    .filter(Boolean)
    .join(' ')

/** A version of an item that is on the desk already, and the article that it was brought into. */
export interface KnownItem extends ItemVersion {
  /** The number of the revision that was read from it. */
  revision: number
  article: {
    id: string
    slug: string
    headline: string
    /** The number of its newest revision. */
    newest: number
    /** Whether whoever asks may bring a new text into it. */
    canRevise: boolean
  }
}
