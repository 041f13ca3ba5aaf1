import { canonicalAddress } from './canonical-address'
import { wordsOf } from './compared-words'

/** What of a source tells whether another is the same one. */
export interface DuplicateFacts {
  id: string
  title: string
  publisher: string
  published: string
  url: string
  /** The SHA-256 of what was kept of it, as it came. */
  files: readonly string[]
}

/** Why two sources may be one. */
export const DUPLICATE_SIGNS = {
  address: 'The same address',
  file: 'The same file',
  title: 'Nearly the same title, publisher and date',
} as const

export type DuplicateSign = keyof typeof DUPLICATE_SIGNS

/** Of these sources those that may be the same as one, those with more signs first, for a person to look at. */
export function proposeDuplicates<Source extends DuplicateFacts>(
  source: DuplicateFacts,
  others: readonly Source[],
): { source: Source; signs: DuplicateSign[] }[] {
  return others
    .filter(({ id }) => id !== source.id)
    .map((other) => ({ source: other, signs: signsOf(source, other) }))
    .filter(({ signs }) => signs.length > 0)
    .sort((one, other) => other.signs.length - one.signs.length)
}

function signsOf(one: DuplicateFacts, other: DuplicateFacts): DuplicateSign[] {
  const signs: DuplicateSign[] = []
  const address = canonicalAddress(one.url)
  if (address && address === canonicalAddress(other.url)) signs.push('address')
  if (one.files.some((file) => other.files.includes(file))) signs.push('file')
  if (isSamePublication(one, other) && isNearlySame(one.title, other.title)) signs.push('title')
  return signs
}

/** Of one publisher that is named, and of one date, or of no date that is known. */
function isSamePublication(one: DuplicateFacts, other: DuplicateFacts): boolean {
  const publisher = foldName(one.publisher)
  return (
    publisher !== '' && publisher === foldName(other.publisher) && one.published === other.published
  )
}

/**
 * Whether two titles are the same but for case, punctuation, a word that one has more, or a slip of the pen. A volume, a
 * year or any other number makes another title.
 */
function isNearlySame(one: string, other: string): boolean {
  const [words, others] = [wordsOf(one), wordsOf(other)]
  if (numbersIn(words) !== numbersIn(others)) return false
  const shared = pairsShared(words.join(' '), others.join(' '))
  return shared >= LEAST_SHARED
}

/** Of the pairs of neighbouring letters of both, how much both have (Dice), from 0 to 1. Below, titles are of two articles. */
const LEAST_SHARED = 0.88

function pairsShared(one: string, other: string): number {
  if (one === other) return 1
  const [pairs, others] = [pairsOf(one), pairsOf(other)]
  const left = new Map<string, number>()
  for (const pair of pairs) left.set(pair, (left.get(pair) ?? 0) + 1)
  let shared = 0
  for (const pair of others) {
    const count = left.get(pair) ?? 0
    if (count === 0) continue
    left.set(pair, count - 1)
    shared++
  }
  return (2 * shared) / Math.max(1, pairs.length + others.length)
}

function pairsOf(text: string): string[] {
  const letters = [...text]
  return letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}

const numbersIn = (words: readonly string[]) =>
  words.filter((word) => /\p{N}/u.test(word)).join(' ')

const foldName = (name: string) => wordsOf(name).join(' ')
