import { editDistance } from './edit-distance'
import { printedForm, type Word } from './words'

/** How a printed word stands to a word of a name. */
export type Likeness = 'same' | 'marks' | 'near' | 'other'

/**
 * Whether a printed word is a word of a name, the same but for its marks, or a few letters from it. In languages that inflect
 * names, other last letters make no other word.
 */
export function likenessOf(known: Word, printed: Word, language: string, most: number): Likeness {
  if (known.folded === printed.folded) {
    const isSame = printedForm(known.text) === printedForm(printed.text)
    // Headlines in capitals leave marks out.
    return isSame || isAllCapitals(printed.text) ? 'same' : 'marks'
  }
  if (isInflected(known.folded, printed.folded, language)) return 'same'
  if (most === 0 || !printed.isCapital || /\p{N}/u.test(printed.text)) return 'other'
  return editDistance(known.folded, printed.folded, most) <= most ? 'near' : 'other'
}

/** How many letters of a word of a name may differ for it to be taken for a slip: none in short words, where every letter makes another name. */
export const slipsAllowed = ({ folded: { length } }: Word): number =>
  length >= 8 ? 2 : length >= 5 ? 1 : 0

const isAllCapitals = (word: string) => word.length > 1 && word === word.toUpperCase()

/** How many last letters cases take or give where names have cases. */
const CASE_LETTERS = 3

export function isInflected(known: string, printed: string, language: string): boolean {
  if (/^en\b/i.test(language) && LATIN.test(printed)) {
    return printed === `${known}s` || printed === `${known}es`
  }
  const shared = sharedBeginning(known, printed)
  const isLong = shared >= Math.max(3, known.length - 2)
  return isLong && printed.length - shared <= CASE_LETTERS && known.length - shared <= 2
}

const LATIN = /^[a-z']+$/

function sharedBeginning(one: string, other: string): number {
  let at = 0
  while (at < one.length && one[at] === other[at]) at++
  return at
}
