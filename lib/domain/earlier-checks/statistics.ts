/** What is known of all the claims among which the earlier ones are looked for. */
export interface ClaimStatistics {
  /** How many there are. */
  claims: number
  /** How many terms one has on average. */
  meanTerms: number
  /** How many of them hold a term. */
  holding: (term: string) => number
  /** How much of its weight a term keeps after what was answered of claims that shared it; all of it where nothing is said. */
  trust?: (term: string) => number
}

/**
 * How much a term tells claims apart (the inverse document frequency of BM25). It is told by the share of claims that hold
 * the term, as it would be among ten thousand, so that scores mean the same in a large archive; of few claims the
 * share says less, and a term counts as rarer than it.
 */
export function weightOf(term: string, { claims, holding }: ClaimStatistics): number {
  const times = claims >= USUAL ? USUAL / claims : Math.sqrt(USUAL / Math.max(claims, 1))
  const held = Math.min(USUAL, holding(term) * times)
  return Math.log(1 + (USUAL - held + 0.5) / (held + 0.5))
}

const USUAL = 10_000
