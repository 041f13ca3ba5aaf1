import { isoDate } from '../../times/published'
import { parseAddress, writtenAddress } from '../../web-address'

/** A fact-check that somebody else published, as it is kept. */
export interface PublishedCheck {
  url: string
  /** The claim that was reviewed, and who made it; empty where that is not told. */
  claim: string
  claimant: string
  /** What was found, in the publisher’s own words. */
  rating: string
  title: string
  publisher: string
  /** A year, a month or a day as ISO 8601; empty where it is not told. */
  published: string
  /** BCP 47; empty where it is not told. */
  language: string
}

/** One as it was read, before anything is stored. */
export interface ReadCheck {
  check: PublishedCheck
  /** Where it stands in what was brought: `Row 3`, `Review 2`. */
  place: string
  /** Why it cannot be brought, in a sentence; null where it can. */
  problem: string | null
  /** What of it was not taken as it stands, a sentence each. */
  told: string[]
}

/** In UTF-16 units. */
export const LONGEST = { claim: 2_000, line: 300, url: 2_000 }

/** How many are brought at once. */
export const MOST_PUBLISHED = 1_000

/** Makes one of what stands there, as text whatever it holds, and says what is wrong with it. */
export function readCheck(
  said: { [Key in keyof PublishedCheck]?: string },
  place: string,
): ReadCheck {
  const line = (text = '') => clean(text).slice(0, LONGEST.line)
  const told: string[] = []
  const address = addressOf(said.url ?? '')
  const published = dateOf(said.published ?? '')
  if (published === null) told.push(`“${line(said.published)}” is no date, and is left out.`)
  const claim = clean(said.claim ?? '')
  const check = {
    ...{ url: address?.href ?? clean(said.url ?? ''), claim, claimant: line(said.claimant) },
    ...{ rating: line(said.rating), title: line(said.title), published: published ?? '' },
    publisher: line(said.publisher) || (address?.hostname.replace(/^www\./, '') ?? ''),
    language: /^[a-z]{2,3}(-[a-z0-9]{2,8})*$/i.test(said.language ?? '')
      ? (said.language ?? '')
      : '',
  }
  for (const [name, text] of [
    ['rating', said.rating],
    ['title', said.title],
  ] as const) {
    if (clean(text ?? '').length > LONGEST.line) {
      told.push(`Its ${name} is cut after ${LONGEST.line} characters.`)
    }
  }
  return { check, place, told, problem: problemOf(check, address) }
}

function problemOf({ claim, url, rating }: PublishedCheck, address: URL | null): string | null {
  if (claim === '') return 'It does not say which claim was checked.'
  if (claim.length > LONGEST.claim) {
    return `Its claim has more than ${LONGEST.claim.toLocaleString('en')} characters.`
  }
  if (url === '') return 'It has no address, by which it is told from others.'
  if (!address) return `“${url.slice(0, 80)}” is no web address.`
  if (url.length > LONGEST.url) return 'Its address is too long.'
  return rating === '' ? 'It does not say what was found.' : null
}

/** Marks all but the first of those that have one address. */
export function withoutRepeats(read: readonly ReadCheck[]): ReadCheck[] {
  const places = new Map<string, string>()
  return read.map((one) => {
    if (one.problem !== null) return one
    const first = places.get(one.check.url)
    if (first === undefined) places.set(one.check.url, one.place)
    return first === undefined
      ? one
      : { ...one, problem: `It has the address of ${first.toLowerCase()}, which is taken.` }
  })
}

/** Only what can be opened without running anything, and names nobody’s password. */
function addressOf(text: string): URL | null {
  const written = writtenAddress(clean(text))
  const address = written === null ? null : parseAddress(written)
  return address && address.username === '' && address.password === '' ? address : null
}

/** A date, or the day of a moment; empty where none is told, null for what is none. */
function dateOf(text: string): string | null {
  const written = clean(text)
  return written === '' ? '' : isoDate(/^\d{4}-\d\d-\d\d(?=T)/.exec(written)?.[0] ?? written)
}

/** On one line, without what cannot be stored or seen. */
const clean = (text: string) =>
  text
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
