import { OUTCOMES, type Outcome } from '../figures/comparing/outcome'
import { QUOTATION_READINGS, type QuotationReading } from '../quotes/comparison'

/** What of a claim is laid beside its source. */
export const COMPARISON_KINDS = { quote: 'Words', figures: 'Figures' } as const

export type ComparisonKind = keyof typeof COMPARISON_KINDS

/** What a person can call the result, by what was compared. */
export const READINGS = { quote: QUOTATION_READINGS, figures: OUTCOMES } as const

export type Reading = QuotationReading | Outcome

/** A result in words. */
export function readingInWords(reading: Reading): string {
  return { ...QUOTATION_READINGS, ...OUTCOMES }[reading]
}
