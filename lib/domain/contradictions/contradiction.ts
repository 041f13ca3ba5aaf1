import type { Span } from '../text/blocks'

/** What is said differently in two places. */
export const CONTRADICTION_KINDS = {
  quantity: 'Quantity',
  date: 'Date',
  name: 'Name',
  title: 'Title',
  age: 'Age',
} as const

export type ContradictionKind = keyof typeof CONTRADICTION_KINDS

/** Words of a text that say something, and the sentence around them; both in UTF-16 units. */
export interface SaidPlace extends Span {
  words: string
  sentence: Span & { words: string }
}

/** Two places that seem to say one thing differently. A person says which is right, or that both are. */
export interface Contradiction {
  kind: ContradictionKind
  /** The place that stands first in the text, and the other one. */
  one: SaidPlace
  other: SaidPlace
  /** Why they are thought to be about the same, and how far apart they are, as sentences. */
  why: string
}

/** What differs when it differs: the kind, and the words with their sentences. */
export type Pair = Pick<Contradiction, 'kind'> & Record<'one' | 'other', SaidWords>

export interface SaidWords {
  words: string
  sentence: { words: string }
}
