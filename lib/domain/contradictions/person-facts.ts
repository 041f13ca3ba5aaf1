import { RANKS, ROLES } from '../candidates/roles'
import { oneOf } from '../candidates/rule'
import type { Span } from '../text/blocks'
import { nameKey } from './names'
import type { Mention } from './people'
import type { Told } from './told'

/** What a text says somebody is, or how old: where, of whom, and what of it can be held against another place. */
export interface PersonFact extends Span {
  kind: 'title' | 'age'
  /** The person, as `nameKey` writes the given name, if it is told, and the family name. */
  given: string | null
  family: string
  name: string
  /** The office in lower case, or the age. */
  value: string
  /** What makes the office another one: `deputy`, `foreign`. */
  rank: string
  /** Of what: the body or place, folded; empty where it is not told. */
  of: string
  told: Told
}

const RANK = oneOf(`${RANKS} lieutenant major brigadier`)
const OFFICES =
  'President|Prime Minister|Minister|Chancellor|Premier|Secretary|Senator|Governor|Mayor|General|Colonel|Captain|Major|Lieutenant|Sergeant|Admiral|Commander|Judge|Justice|Professor|Bishop|Archbishop|Cardinal|Sheriff|Ambassador'
const BEFORE = new RegExp(
  `(?<![\\p{L}-])(?<rank>(?:(?:Vice|Deputy|Acting|Foreign|Defen[cs]e|Interior|Finance|Lieutenant|Major|Brigadier)[ -])*)(?<role>${OFFICES}) $`,
  'u',
)
const BEHIND = new RegExp(
  `^, (?<when>(?:then|former|formerly|ex-|a former|the former|the then) ?)?(?:the |a |an |its |his |her )?(?<rank>(?:${RANK}[ -])*)(?:[\\p{L}’'-]{2,20} )?(?<role>${oneOf(ROLES)})(?: (?:of|at) (?:the )?(?<of>(?:state corporation |company |city |town )?\\p{L}[\\p{L}’'-]+(?: \\p{Lu}[\\p{L}’'-]+)*))?(?=[,.;:]|$| (?:said|and|who|in|at))`,
  'u',
)
const FORMER = /(?:former|then|ex|late)[ -]$/iu

/** The office that stands before or behind a name. */
export function titleAt(text: string, mention: Mention, told: Told): PersonFact | null {
  const before = text.slice(Math.max(told.start, mention.start - 60), mention.start)
  const found = BEFORE.exec(before)
  if (found?.groups && !FORMER.test(before.slice(0, found.index))) {
    const { rank = '', role = '' } = found.groups
    const start = mention.start - found[0].length
    return fact('title', { start, end: mention.end }, mention, told, { value: role, rank })
  }
  const behind = BEHIND.exec(text.slice(mention.end, Math.min(told.end, mention.end + 120)))
  if (!behind?.groups || behind.groups.when) return null
  const { rank = '', role = '', of = '' } = behind.groups
  const span = { start: mention.start, end: mention.end + behind[0].length }
  return fact('title', span, mention, told, { value: role, rank, of })
}

const AGE_BEHIND =
  /^(?:, (?:aged? )?(\d{1,2})(?=[,.;])| \((?:aged )?(\d{1,2})\)|, (?:who is |who turned )(\d{1,2})(?=[,.;]))/u
const AGE_BEFORE = /(\d{1,3})-year-old (?:\p{L}+ ){0,2}$/u

/** The age that stands beside a name. */
export function ageAt(text: string, mention: Mention, told: Told): PersonFact | null {
  const behind = AGE_BEHIND.exec(text.slice(mention.end, Math.min(told.end, mention.end + 24)))
  const value = behind?.[1] ?? behind?.[2] ?? behind?.[3]
  if (behind && value) {
    return fact(
      'age',
      { start: mention.start, end: mention.end + behind[0].length },
      mention,
      told,
      { value },
    )
  }
  const before = AGE_BEFORE.exec(
    text.slice(Math.max(told.start, mention.start - 50), mention.start),
  )
  if (!before?.[1]) return null
  const start = mention.start - before[0].length
  return fact('age', { start, end: mention.end }, mention, told, { value: before[1] })
}

function fact(
  kind: PersonFact['kind'],
  { start, end }: Span,
  { given, family }: Mention,
  told: Told,
  { value, rank = '', of = '' }: { value: string; rank?: string; of?: string },
): PersonFact {
  const first = given?.split(' ')[0]
  return {
    ...{ kind, start, end, told, family: nameKey(family), given: first ? nameKey(first) : null },
    name: family,
    ...{ value: value.toLowerCase(), rank: rank.trim().toLowerCase(), of: nameKey(of) },
  }
}

/** Why two facts of one person cannot both be so, or null. */
export function factsDiffer(one: PersonFact, other: PersonFact): string | null {
  if (one.kind !== other.kind || one.family !== other.family) return null
  if (one.given && other.given && one.given !== other.given) return null
  if (one.kind === 'age') {
    return one.value === other.value ? null : `Two ages of the same ${one.name}.`
  }
  if (one.value !== other.value) {
    return isOneOf(RANKED, one, other) || isOneOf(OFFICE, one, other)
      ? `Two offices of the same ${one.name}.`
      : null
  }
  if (one.rank !== other.rank) return `The same office of ${one.name}, with another rank.`
  if (one.of && other.of && !one.of.includes(other.of) && !other.of.includes(one.of)) {
    return `The same office of ${one.name}, of another body.`
  }
  return null
}

/** Nobody holds two of one of these at once. */
const RANKED = /^(?:general|colonel|captain|major|lieutenant|sergeant|admiral|commander|brigadier)$/
const OFFICE =
  /^(?:president|prime minister|chancellor|premier|senator|governor|mayor|judge|sheriff|ambassador|councillor|bishop|archbishop)$/
const isOneOf = (set: RegExp, one: PersonFact, other: PersonFact) =>
  set.test(one.value) && set.test(other.value)
