import { compareFigures } from '../comparisons/figures/comparing/compare-figures'
import { heard, namesPart, overlapOf, type Said } from './heard'
import { turnedWords } from './turned-words'

/** What an earlier claim says to a text that is likely about the same: it is for a person to read both. */
export type Agreement =
  /** Most of what each says is in the other. */
  | { kind: 'same' }
  /** One says of the same what the other denies: `words` are those that turn it. */
  | { kind: 'contrary'; words: readonly string[] }
  /** The same quantity has another figure; `sentence` is the arithmetic. */
  | { kind: 'differs_in_figure'; sentence: string }
  /** They share a matter, and each says something else of it. */
  | { kind: 'alike' }

/**
 * Whether two texts say the same, the contrary or another figure, as far as their words tell: by negations, opposites and the
 * figures of one quantity. Told only where they share enough words; never proof of either.
 */
export function agreementOf(one: Said, other: Said): Agreement {
  const [mine, theirs] = [heard(one), heard(other)]
  const overlap = overlapOf(mine, theirs)
  if (overlap.ofShorter < SHARED_TO_JUDGE) return { kind: 'alike' }
  const figure = otherFigure(one, other)
  if (figure) return { kind: 'differs_in_figure', sentence: figure }
  const turned = turnedWords(mine, theirs)
  if (turned.length > 0) return { kind: 'contrary', words: turned }
  const isSame = overlap.ofShorter >= SHARED_TO_BE_SAME && overlap.ofLonger >= SHARED_OF_LONGER
  return { kind: isSame && !namesPart(mine, theirs) ? 'same' : 'alike' }
}

/** How much of the shorter text’s terms has to be in the longer one for a negation or figure to be about the same. */
const SHARED_TO_JUDGE = 0.5
const SHARED_TO_BE_SAME = 0.7
const SHARED_OF_LONGER = 0.5

/** Where a figure of one has no equal in the other and differs from the one of its quantity there. */
function otherFigure(one: Said, other: Said): string | null {
  const compared = compareFigures(one.words, other.words, {
    language: one.language,
    excerptLanguage: other.language,
  })
  const off = compared.find(({ outcome }) => outcome === 'differs' || outcome === 'wrong_kind')
  return off?.sentence ?? null
}
