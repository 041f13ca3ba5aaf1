import type { QuotableText } from '../anchoring/find-quotation'
import type { Span } from '../text/blocks'
import { isSameSource, type SheetCheck, saysTheSame, writtenDown } from './checks'

/** Where the words of a row stand in the text. */
export type CheckPlace =
  | {
      what: 'found'
      at: Span
      /** Whether not even the typographic form differs. */
      isExact: boolean
      /** The places from which a person chose it; none where it is the only one. */
      among: readonly Span[]
    }
  /** In several places: a person says in which. */
  | { what: 'several'; places: readonly Span[] }
  | { what: 'missing' }

/** A claim as it stands in the text, with what is on file about it already. */
export interface ClaimOnFile extends Span {
  number: number
  cited: readonly { title: string; url: string; locator: string }[]
  comments: readonly string[]
}

export interface MatchedCheck {
  check: SheetCheck
  place: CheckPlace
  /** The claim that these words are already, or the row above that makes them one. */
  claim: ClaimOnFile | null
  rowAbove: number | null
  /** Whether all that it says is on file. */
  isHere: boolean
}

/** Whether a row can be brought: its place is certain, nothing is in its way, and it says something new. */
export const canBeBrought = ({ check, place, isHere }: MatchedCheck) =>
  place.what === 'found' && check.problem === null && !isHere

/**
 * Finds the words of each row by the rules that carry claims: the very words but for their typographic form. Words that
 * stand in several places have one once somebody chose it. Likeness is no place.
 *
 * @param chosen by row: where the place begins that a person chose, in UTF-16 units
 */
export function matchChecks(
  checks: readonly SheetCheck[],
  {
    name,
    text,
    quotable,
    claims,
    chosen = {},
  }: {
    /** Of the sheet. */
    name: string
    text: string
    quotable: QuotableText
    claims: readonly ClaimOnFile[]
    chosen?: Readonly<Record<number, number>>
  },
): MatchedCheck[] {
  const onFile = new Map(claims.map((claim) => [keyOf(claim), claim]))
  const above = new Map<string, number>()
  return checks.map((check) => {
    const place = placeOf(quotable, text, check.quote, chosen[check.row])
    const key = place.what === 'found' ? keyOf(place.at) : ''
    const claim = onFile.get(key) ?? null
    const rowAbove = above.get(key) ?? null
    if (key && rowAbove === null && check.problem === null) above.set(key, check.row)
    return { check, place, claim, rowAbove, isHere: claim !== null && isOnFile(check, claim, name) }
  })
}

const keyOf = ({ start, end }: Span) => `${start} ${end}`

/** The place of a quotation; of several, the one that begins where a person chose. */
export function placeOf(
  quotable: QuotableText,
  text: string,
  quote: string,
  start: number | null = null,
): CheckPlace {
  const found = quotable.find({ exact: quote, prefix: '', suffix: '', start: null })
  const among = found.what === 'ambiguous' ? found.places : []
  const at = found.what === 'found' ? found.at : among.find((one) => one.start === start)
  if (at) return { what: 'found', at, isExact: text.slice(at.start, at.end) === quote, among }
  return among.length > 0 ? { what: 'several', places: among } : { what: 'missing' }
}

function isOnFile(check: SheetCheck, { cited, comments }: ClaimOnFile, name: string): boolean {
  const { source } = check
  const written = writtenDown(name, check)
  return (
    (source === null ||
      cited.some((one) => isSameSource(source, one) && isSamePlace(check, one))) &&
    (written === '' || comments.some((one) => saysTheSame(one, written)))
  )
}

/** Whether evidence that is on file has the place that a row names; where the row names none, any is the one. */
export const isSamePlace = ({ locator }: Pick<SheetCheck, 'locator'>, known: { locator: string }) =>
  locator === '' || known.locator === locator
