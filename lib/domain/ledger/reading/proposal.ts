import type { Span } from '../../text/blocks'
import type { Day } from '../../times/days'
import type { FactKind } from '../../vocabulary'

/** Why a place in a text is put before a person. */
export const DIFFERENCES = {
  spelling: 'Spelt otherwise',
  title: 'Title that does not hold',
  age: 'Another age',
  figure: 'Another figure',
  stale: 'Older than its keep',
  house: 'House style',
} as const

export type Difference = keyof typeof DIFFERENCES

/** Words of a text that differ from a fact of the ledger; a person decides what that means. Nothing here is a verdict. */
export interface LedgerProposal extends Span {
  why: Difference
  factId: string
  kind: FactKind
  subject: string
  /** The words of the span. */
  says: string
  /** What the ledger has instead. */
  ledger: string
  /** Why the two differ, as a sentence. */
  sentence: string
}

/** A text as it is read: one block after another in one plain text, its language, and the day for which it is written. */
export interface LedgerText {
  text: string
  blocks: readonly Span[]
  language: string
  on: Day
}
