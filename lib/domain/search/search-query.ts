import { CLAIM_TYPES, type ClaimType, keysOf, VERDICTS, type VerdictKind } from '../vocabulary'

/** What can be found, as the page names it. */
export const SEARCH_KINDS = {
  article: 'Articles',
  claim: 'Claims',
  verdict: 'Verdicts',
  source: 'Sources',
  evidence: 'Evidence',
  question: 'Questions',
  published_check: 'Checked by others',
} as const
export type SearchKind = keyof typeof SEARCH_KINDS

/** What somebody looks for, as the address of the page says it. */
export interface SearchQuery {
  /** As it was typed, up to `MOST_TYPED`. */
  typed: string
  /** What stood between quotation marks: it is found as it stands there, but for case and marks. */
  phrases: string[]
  kind: SearchKind | null
  /** The id of whoever wrote or added it. */
  person: string
  /** Of claims alone. */
  type: ClaimType | null
  /** Of claims and verdicts alone. */
  verdict: VerdictKind | null
  /** Days of the newsroom's calendar, the last one included; empty where there is no bound. */
  from: string
  to: string
}

/** In UTF-16 units: what is typed beyond is not looked for. */
export const MOST_TYPED = 300

type Said = (name: string) => string

/**
 * Reads what the address says, and tells in sentences what of it is not looked for: what nothing can be called narrows nothing.
 */
export function parseSearch(said: Said): { query: SearchQuery; problems: string[] } {
  const whole = said('q').trim()
  const typed = whole.slice(0, MOST_TYPED)
  const [from, to] = [said('from'), said('to')]
  const [begin, end] = [dayIn(from), dayIn(to)]
  const query: SearchQuery = {
    typed,
    phrases: phrasesIn(typed),
    kind: oneOf(SEARCH_KINDS, said('kind')),
    person: said('person'),
    type: oneOf(CLAIM_TYPES, said('type')),
    verdict: oneOf(VERDICTS, said('verdict')),
    from: begin,
    to: end,
  }
  const checks: [boolean, string][] = [
    [whole.length > MOST_TYPED, `Only the first ${MOST_TYPED} characters are looked for.`],
    [
      from !== '' && begin === '',
      `“${short(from)}” is no day, so the search begins with the oldest.`,
    ],
    [to !== '' && end === '', `“${short(to)}” is no day, so the search ends with the newest.`],
    [
      begin !== '' && end !== '' && begin > end,
      'The first day is after the last one, so nothing can be between them.',
    ],
  ]
  return { query, problems: checks.flatMap(([isSo, sentence]) => (isSo ? [sentence] : [])) }
}

/** The address of a search, without what it does not say. */
export function searchAddress(
  path: string,
  query: Partial<SearchQuery> & { after?: string },
): string {
  const { typed = '', kind, person = '', type, verdict, from = '', to = '', after = '' } = query
  const pairs = {
    q: typed,
    kind: kind ?? '',
    person,
    type: type ?? '',
    verdict: verdict ?? '',
    from,
    to,
    after,
  }
  const said = Object.entries(pairs).filter(([, value]) => value !== '')
  return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path
}

/** Whether anything but words and the kind narrows a search. */
export const isNarrowed = ({ person, type, verdict, from, to }: SearchQuery) =>
  person !== '' || type !== null || verdict !== null || from !== '' || to !== ''

function oneOf<V extends Record<string, string>>(
  vocabulary: V,
  value: string,
): (keyof V & string) | null {
  return keysOf(vocabulary).find((one) => one === value) ?? null
}

/** A day as ISO 8601 writes it, that is in the calendar; empty for anything else. */
function dayIn(said: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)$/.exec(said) ?? []
  if (!year || !month || !day) return ''
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)))
  return Number(year) > 0 && date.toISOString().startsWith(said) ? said : ''
}

const PAIRS = /"([^"]+)"|“([^”]+)”|„([^“”]+)[“”]|«([^»]+)»|「([^」]+)」/g

function phrasesIn(typed: string): string[] {
  const found = [...typed.matchAll(PAIRS)].map((groups) => groups.slice(1).find(Boolean) ?? '')
  return found.map((phrase) => phrase.trim()).filter(Boolean)
}

const short = (said: string) => (said.length > 20 ? `${said.slice(0, 20)}…` : said)
