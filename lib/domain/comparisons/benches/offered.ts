import type { ClaimType } from '../../vocabulary'
import { quotationIn } from './quotation-in'

interface Offering {
  words: string
  type: ClaimType
  claimant: string | null
}

/** Whether a claim prints somebody's words: it says whose, is of such a type, or has quotation marks. */
export function hasWordsToCompare({ words, type, claimant }: Offering): boolean {
  return claimant !== null || OF_WORDS.includes(type) || quotationIn(words) !== null
}

/** Whether a claim is likely to print a figure: it has a digit of any script, or is of such a type. */
export function hasFiguresToCompare({ words, type }: Pick<Offering, 'words' | 'type'>): boolean {
  return /\p{N}/u.test(words) || OF_FIGURES.includes(type)
}

const OF_WORDS: ClaimType[] = ['quote', 'paraphrase', 'translation']

const OF_FIGURES: ClaimType[] = [
  ...(['number', 'money', 'measurement', 'date_or_time', 'age', 'comparison'] as const),
  ...(['superlative', 'technical_specification'] as const),
]
