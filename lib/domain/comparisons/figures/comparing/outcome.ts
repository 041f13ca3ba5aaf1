import type { Exact } from '../quantities/ratio'
import type { Figure } from '../reading/figure'

/** What came of holding a printed figure against one of a source; a person decides what follows. */
export const OUTCOMES = {
  equal: 'Equal',
  rounded: 'Rounded',
  contained: 'Contained in what is printed or found',
  hedged: 'Equal, but hedged otherwise',
  differs: 'Differs',
  wrong_kind: 'Per cent against percentage points',
  not_comparable: 'Not comparable',
  missing: 'Missing',
} as const

export type Outcome = keyof typeof OUTCOMES

/** Whether the source bears the printed figure out. */
export const agrees = (outcome: Outcome) => ['equal', 'rounded', 'contained'].includes(outcome)

/** A printed figure beside the one of the source that it was held against, and the arithmetic. */
export interface FigureComparison {
  printed: Figure
  found: Figure | null
  outcome: Outcome
  /** The found figure was converted into the printed one's unit. */
  isConverted: boolean
  /** How much more the printed figure is than the found one, in per cent; below zero if it is less, null where that says nothing. */
  off: Exact | null
  /** The arithmetic as a sentence to keep: `250 mi = 402 km; printed 400 km, 0.6 % off, rounded to the nearest 10`. */
  sentence: string
  /** Where the factors are laid down that were used. */
  standards: readonly string[]
}

/** What a pair of figures comes to, before the two are put beside it. */
export type Judgement = Omit<FigureComparison, 'printed' | 'found'>

/** An exchange rate that a person gives: one unit of `from` is `rate` of `to`, as `givenBy` has it (`ECB, 12 September 2017`). */
export interface GivenRate {
  from: string
  to: string
  rate: Exact
  givenBy: string
}
