import type { Span } from '../../text/blocks'
import type { Form } from '../../text/typography'
import type { Writing } from './compared-words'

/** What a printed quotation is beside its source, the gravest first: what a person is offered as the result. */
export const QUOTATION_READINGS = {
  'not-found': 'Not found in the source',
  altered: 'Words differ',
  spliced: 'Joined from places that are apart',
  reordered: 'In another order',
  'condensed-unmarked': 'Words left out without a mark',
  condensed: 'Words left out, with an ellipsis',
  bracketed: 'Words of the newsroom in brackets',
  cleaned: 'Cleaned of fillers, repetitions and false starts',
  verbatim: 'Word for word',
} as const

export type QuotationReading = keyof typeof QUOTATION_READINGS

/** Why words could be left out without a mark: they say nothing of their own. */
export type Unsaid = 'filler' | 'repetition' | 'false-start' | 'aside'

/** In what a word or mark that is the same is written otherwise; `marks`: those of the sentence differ. */
export type QuotationForm = Exclude<Form, 'space'> | Writing | 'marks'

/** One step through the print and the source, in UTF-16 units of either; `source` is empty where the source has nothing. */
export type QuotationStep = { printed: Span; source: Span } & (
  | { what: 'same' | 'other' | 'put-in' }
  | { what: 'form'; forms: QuotationForm[] }
  /** Words of the source that are not printed; `isMarked` where the print says so. */
  | { what: 'left-out'; because: Unsaid | null; isMarked: boolean }
  /** The newsroom's words, with those of the source that they stand for. */
  | { what: 'own'; by: 'bracketed' | 'attribution' }
  /** A mark that has nothing to be compared with: an ellipsis, a comma before the closing quotation mark. */
  | { what: 'mark'; isEllipsis: boolean }
  /** The print goes on at another place of the source: further on than one leaves words out, or before. */
  | { what: 'leap'; to: 'on' | 'back'; isMarked: boolean }
)

/** A difference that changes what was said, whatever the rest comes to. */
export interface WeightyDifference {
  what: 'negation' | 'number' | 'modal' | 'name'
  printed: Span
  source: Span
}

export interface QuotationComparison {
  /** The gravest of `readings`: a proposal, which a person confirms or not. */
  reading: QuotationReading
  /** All that holds, the gravest first; `verbatim` and `not-found` stand alone. */
  readings: QuotationReading[]
  /** The stretches of the source that answer, in its order. */
  passages: Span[]
  /** Where else in the source the same words stand, if all of them do, in one place. */
  elsewhere: Span[]
  /** In the order of the print; their printed spans follow each other without a gap and are the print. */
  steps: QuotationStep[]
  /** In what the same words are written otherwise, each once. */
  forms: QuotationForm[]
  weighty: WeightyDifference[]
}
