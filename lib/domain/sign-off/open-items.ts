import { createHash } from 'node:crypto'
import type { Anchor } from '../anchoring/anchor'
import { canonicalJson } from '../audit/hash-chain'
import {
  aspectsOf,
  type ClaimStanding,
  VERIFICATION_STATUSES,
  verificationStatus,
} from '../claims/status'
import type { Span } from '../text/blocks'
import {
  ASPECTS,
  type Aspect,
  claimNumber,
  type OpenItemKind,
  QUERY_TO,
  type QueryTo,
  type SecondCheckStanding,
  VERDICTS,
  type VerdictKind,
  type WorkStatus,
} from '../vocabulary'

/** One thing that stands between a text and its signature. */
export interface OpenItem {
  kind: OpenItemKind
  /** The same for the same thing, also in a later text; another as soon as its words or its standing change. */
  key: string
  /** What it is, in one sentence that goes on record, so without what was said in confidence. */
  what: string
  /** What tells it from others of its kind, for a list under the name of the kind. */
  brief: string
  /** What a query asks, for those who hear the check; empty for the rest. */
  note: string
  claim: { id: string; number: number } | null
  queryId: string | null
  suggestionId: string | null
  /** Where its words are in the text, in UTF-16 units; null if they have no place there. */
  place: Span | null
}

export interface OpenClaim extends ClaimStanding {
  id: string
  number: number
  words: string
  /** Null: it has no place in this text. */
  place: Span | null
  /** The words around it, where it was checked while they were others. */
  frameAfter: string
  /** Of the newest verdicts: a new one is a new standing. */
  verdictIds: readonly string[]
  /** It is in the way where it is missing or disagrees. */
  secondCheck: SecondCheckStanding
  /** The aspects whose support is all secondary or further away, and that no editor waived. */
  secondaryOnly: readonly Aspect[]
}

interface OnWords {
  id: string
  claim: { id: string; number: number } | null
  words: string
  place: Span | null
}

export interface OpenFacts {
  /** Words that follow each other and are not accounted for. */
  gaps: readonly (Anchor & { words: number })[]
  /** In the order of the text; cut ones are left out. */
  claims: readonly OpenClaim[]
  /** Blocking ones that nobody has closed. */
  queries: readonly (OnWords & { to: QueryTo; question: string; isAnswered: boolean })[]
  /** Those that no editor has decided, or that were accepted and are in no text yet. */
  suggestions: readonly (OnWords & { after: string; state: 'undecided' | 'accepted' })[]
}

/** All that stands between a text and its signature, in the order of the text: words, claims, talk. No two have one key. */
export function openItems({ gaps, claims, queries, suggestions }: OpenFacts): OpenItem[] {
  const items = [
    ...gaps.map(uncovered),
    ...claims.flatMap(ofClaim),
    ...queries.map(blocking),
    ...suggestions.map(waiting),
  ]
  const seen = new Map<string, number>()
  return items.map((item) => {
    const nth = (seen.get(item.key) ?? 0) + 1
    seen.set(item.key, nth)
    return nth === 1 ? item : { ...item, key: `${item.key}:${nth}` }
  })
}

/** Verdicts that say that the words are not to be printed as they stand. */
const UNSAFE: readonly (VerdictKind | null)[] = [
  'ok_with_change',
  'incorrect',
  'misleading',
  'cannot_be_stood_up',
  'disputed',
]

const NOTHING = { claim: null, queryId: null, suggestionId: null, note: '' }

function uncovered({
  start,
  end,
  exact,
  prefix,
  suffix,
  words,
}: OpenFacts['gaps'][number]): OpenItem {
  const count = words === 1 ? 'One word' : `${words.toLocaleString('en')} words`
  const quoted = `“${shortened(exact)}”`
  const what = `${count} ${words === 1 ? 'is' : 'are'} in no claim and not accounted for: ${quoted}.`
  return {
    ...{ ...NOTHING, kind: 'uncovered', what, brief: `${count}: ${quoted}`, place: { start, end } },
    key: keyOf('uncovered', exact, prefix, suffix),
  }
}

function ofClaim(claim: OpenClaim): OpenItem[] {
  const { id, number, words, place } = claim
  const named = `${claimNumber(number)}, “${shortened(words)}”`
  const item = (kind: OpenItemKind, what: string, ...standing: unknown[]): OpenItem => ({
    ...{ ...NOTHING, kind, claim: { id, number }, place },
    what: `${named}, ${what}`,
    // What is said of all of a kind is said by its name.
    brief: SAID_BY_KIND.has(what) ? named : `${named}, ${what.replace(/\.$/, '')}`,
    key: keyOf(kind, id, words, ...standing),
  })
  if (!place) return [item('unplaced', UNPLACED)]
  if (claim.secondCheck === 'disagrees') {
    return [item('checks_disagree', DISAGREE, claim.verdictIds)]
  }
  if (claim.status === 'recheck') return [item('recheck', RECHECK)]
  if (claim.status !== 'checked') return [item('unchecked', NOT_CHECKED[claim.status])]
  const asked = aspectsOf(claim)
  const given = { said: claim.saidVerdict, so: claim.soVerdict }
  const unsafe = asked.filter((aspect) => UNSAFE.includes(given[aspect]))
  return [
    ...(claim.frameAfter ? [item('frame_changed', REFRAMED, claim.frameAfter)] : []),
    ...(unsafe.length > 0 ? [item('not_safe', notSafe(claim, unsafe), given)] : []),
    ...(claim.secondCheck === 'missing' ? [item('second_check_missing', CHECKED_ONCE)] : []),
    ...claim.secondaryOnly.map((aspect) =>
      item(
        'secondary_support',
        `${SECONDARY}${asked.length > 1 ? ` for “${ASPECTS[aspect].toLowerCase()}”` : ''}.`,
        aspect,
        claim.verdictIds,
      ),
    ),
  ]
}

const UNPLACED = 'has no settled place in this text.'
const DISAGREE = 'was checked twice, and the two checks disagree.'
const RECHECK =
  'has to be checked again, because the words or their attribution changed after its verdict.'
const REFRAMED = 'was checked with other words around it.'
const CHECKED_ONCE = 'was not checked by a second person.'
const SECONDARY = 'is supported by secondary sources only'
const UNCHECKED = 'is not checked.'

const SAID_BY_KIND = new Set([
  ...[UNPLACED, DISAGREE, RECHECK, REFRAMED, CHECKED_ONCE, UNCHECKED, `${SECONDARY}.`],
])

const NOT_CHECKED: Record<Exclude<WorkStatus, 'checked' | 'recheck'>, string> = {
  unchecked: UNCHECKED,
  in_progress: 'is being checked and has no verdict yet.',
  waiting_writer: 'is not checked: it waits for the writer.',
  waiting_source: 'is not checked: it waits for a source.',
  cut: 'is cut.',
}

function notSafe(claim: OpenClaim, unsafe: readonly Aspect[]): string {
  if (claim.claimant === null)
    return `was found ${VERIFICATION_STATUSES[verificationStatus(claim)]}.`
  const given = { said: claim.saidVerdict, so: claim.soVerdict }
  const found = unsafe.map((aspect) => {
    const verdict = given[aspect]
    return `“${ASPECTS[aspect].toLowerCase()}” ${verdict ? VERDICTS[verdict] : ''}`
  })
  return `was found ${found.join(' and ')}.`
}

function blocking(query: OpenFacts['queries'][number]): OpenItem {
  const { id, claim, place, to, question, isAnswered } = query
  const about = claim ? ` about ${claimNumber(claim.number)}` : ''
  const asked = QUERY_TO[to].toLowerCase()
  const stands = isAnswered ? 'answered and not closed' : 'not answered'
  return {
    ...{ ...NOTHING, kind: 'blocking_query', queryId: id, claim, place, note: question },
    what: `A blocking query to the ${asked}${about} is ${stands}.`,
    brief: `To the ${asked}${about}, ${stands}`,
    key: keyOf('blocking_query', id),
  }
}

function waiting(suggestion: OpenFacts['suggestions'][number]): OpenItem {
  const { id, claim, place, words, after, state } = suggestion
  const change =
    after === ''
      ? `cut “${shortened(words)}”`
      : `put “${shortened(after)}” for “${shortened(words)}”`
  const kind = state === 'undecided' ? 'undecided_suggestion' : 'unapplied_suggestion'
  const what =
    state === 'undecided'
      ? `No editor has decided whether to ${change}.`
      : `An editor accepted to ${change}, and the text does not have it yet.`
  return {
    ...{ ...NOTHING, kind, suggestionId: id, claim, place, what },
    brief: `${change.charAt(0).toUpperCase()}${change.slice(1)}`,
    key: keyOf(kind, id, after),
  }
}

const LONGEST = 120

/** Words for a list: in one line, and not without end. */
function shortened(words: string): string {
  const line = words.replace(/\s+/g, ' ').trim()
  const characters = Array.from(line)
  return characters.length > LONGEST ? `${characters.slice(0, LONGEST - 1).join('')}…` : line
}

function keyOf(kind: OpenItemKind, ...about: unknown[]): string {
  const hash = createHash('sha256').update(canonicalJson(about), 'utf8').digest('hex')
  return `${kind}:${hash.slice(0, 32)}`
}
