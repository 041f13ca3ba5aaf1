import { anchorAt } from '@/lib/domain/anchoring/anchor'
import { CodePoints } from '@/lib/domain/anchoring/code-points'
import { QuotableText, type QuotationFound } from '@/lib/domain/anchoring/find-quotation'
import { foundInAnnotation } from '@/lib/domain/claims/finding'
import type { CitedEvidence } from '@/lib/domain/sources/cited-evidence'
import type { Span } from '@/lib/domain/text/blocks'
import { CLAIM_TYPES, type ClaimType, keysOf } from '@/lib/domain/vocabulary'
import type { ReadAnnotation, ReadList } from './read-annotations'
import { refused } from './read-json'

/** An annotation whose words stand in this text for certain, so that it can be proposed as a claim. */
export interface ProposedClaim extends Span {
  number: number
  words: string
  type: ClaimType
  /** Whose words they report; empty where nobody’s. */
  claimant: string
  note: string
  /** What the words rest on there. */
  evidence: CitedEvidence[]
}

/** An annotation that is only shown, with the reason. */
export interface Unmatched {
  number: number
  words: string
  why: string
  note: string
}

export interface MatchedList {
  proposed: ProposedClaim[]
  unmatched: Unmatched[]
  leftOut: string[]
}

/**
 * Finds the words of annotations in a text. Nothing is guessed: what does not stand there for certain, or is a claim
 * already, is told with the reason. Refuses a list that is about another text.
 */
export function matchAnnotations(
  list: ReadList,
  here: { text: string; address: string; claims: readonly (Span & { number: string })[] },
): MatchedList {
  refuseOther(list, here.address)
  const text = new QuotableText(here.text)
  const points = new CodePoints(here.text)
  const proposed: ProposedClaim[] = []
  const unmatched: Unmatched[] = []
  let standing = 0
  for (const one of list.annotations) {
    const start = one.start === null ? null : points.unitAt(one.start)
    const found = one.quote && text.find({ ...one.quote, start })
    if (found && found.what !== 'missing') standing++
    const at = found?.what === 'found' ? anchorAt(here.text, found.at) : null
    const known = at && claimAt(at, [...here.claims, ...proposed.map(asClaim)])
    const { number, note } = one
    const words = at?.exact ?? one.quote?.exact ?? ''
    if (at && !known) {
      const { start, end } = at
      const { evidence, claimant } = one
      const said = { type: typeOf(one), claimant, note: noted(one), evidence }
      proposed.push({ number, start, end, words, ...said })
    } else {
      unmatched.push({
        number,
        words,
        note,
        why: known ? `It is ${known} already.` : whyNot(found),
      })
    }
  }
  if (standing === 0) throw otherText(list)
  return { proposed, unmatched, leftOut: list.leftOut }
}

const asClaim = ({ start, end, number }: ProposedClaim) => ({
  ...{ start, end },
  number: `number ${number} of this list`,
})

const claimAt = (at: Span, claims: readonly (Span & { number: string })[]) =>
  claims.find(({ start, end }) => start === at.start && end === at.end)?.number

function whyNot(found: QuotationFound | null): string {
  if (!found) return 'It quotes no words (no TextQuoteSelector), and a place alone is not certain.'
  switch (found.what) {
    case 'missing':
      return 'These words do not stand in this text.'
    case 'elsewhere':
      return 'These words stand in this text, but between other words than it says.'
    default:
      return found.what === 'ambiguous'
        ? `These words stand in ${found.places.length} places, and nothing tells which is meant.`
        : ''
  }
}

/** A list that this very Stet made of another article says so by its address. */
function refuseOther({ annotations }: ReadList, address: string): void {
  const articles = new RegExp(
    `^${escapedForRegExp(new URL(address).origin)}/[^/]+/articles/[^/#?]+`,
  )
  const other = annotations.find(({ source }) => {
    const article = articles.exec(source)?.[0]
    return article !== undefined && article !== address
  })
  if (other) {
    throw refused(`This list is about another article, ${other.source}. Bring it there.`)
  }
}

const escapedForRegExp = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

function otherText({ annotations }: ReadList) {
  const sources = [...new Set(annotations.map(({ source }) => source).filter(Boolean))]
  const about =
    sources.length > 0 ? ` It says that it is about ${sources.slice(0, 3).join(', ')}.` : ''
  const count =
    annotations.length === 1
      ? 'The annotation in this list is on no words'
      : `None of the ${annotations.length.toLocaleString('en')} annotations in this list is on words`
  return refused(`${count} of this text, so the list is about another one.${about}`)
}

function typeOf({ tags }: ReadAnnotation): ClaimType {
  const named = new Set(tags.map((tag) => tag.trim().toLowerCase()))
  return keysOf(CLAIM_TYPES).find((type) => named.has(CLAIM_TYPES[type].toLowerCase())) ?? 'other'
}

/** What goes with the claim as a comment: who said it elsewhere, when, and what. */
function noted({ note, by, at }: ReadAnnotation): string {
  const day = /^\d{4}-\d\d-\d\d/.exec(at)?.[0]
  const who = [by && `by ${by}`, day && `on ${day}`].filter(Boolean).join(' ')
  if (!note && !who) return ''
  return foundInAnnotation(who, note)
}
