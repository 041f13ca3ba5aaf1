import { type ClaimStatistics, weightOf } from './statistics'
import { cleaned } from './terms/cleaned'
import { foldedWords, termsOf, termsOfWords } from './terms/terms'

/** A claim that was checked before. */
export interface EarlierClaim {
  id: string
  words: string
  /** What its check was published under, or the headline that it stood in. */
  title?: string
  /** BCP 47. */
  language?: string
}

/** The terms by which a claim is to be found, each once: what an index of the claims holds. */
export function indexTermsOf({ words, title = '', language = 'en' }: Omit<EarlierClaim, 'id'>) {
  return [...new Set([...termsOf(words, language), ...termsOf(title, language)])]
}

/** The terms of a text for which earlier claims are looked for, each once; posters’ names are among them. */
export function queryTermsOf(text: string, language = 'en'): string[] {
  const { words, posters } = cleaned(text)
  return [...new Set([words, posters].flatMap((part) => termsOfWords(foldedWords(part), language)))]
}

/** A term to ask an index for, and how much a claim that holds it gains by it. */
export interface AskedTerm {
  term: string
  weight: number
}

/**
 * Which terms to ask an index for: the rarest, as many as `most` entries of the index hold. What the sums of their weights
 * put first (`CANDIDATES` of them) is then ranked; common terms would find little that these do not.
 */
export function askedTerms(
  terms: readonly string[],
  statistics: ClaimStatistics,
  most = MOST_ENTRIES,
): AskedTerm[] {
  const held = terms
    .map((term) => ({ term, holding: statistics.holding(term) }))
    .filter(({ holding }) => holding > 0)
    .sort((one, other) => one.holding - other.holding)
  let entries = 0
  const asked = held.filter(({ holding }, index) => {
    entries += holding
    return index < FEWEST || entries <= most
  })
  return asked.map(({ term }) => ({ term, weight: weightOf(term, statistics) }))
}

/** How many entries of an index are read at most: 3 % of a million claims. */
export const MOST_ENTRIES = 30_000

/** So many terms are asked for however common they are. */
const FEWEST = 2

/** How many of the claims found are worth ranking. */
export const CANDIDATES = 300
