import { plainFigures } from '../../candidates/figures'
import type { Token } from '../../text/tokens'

/** What a token is to a comparison of words: a word (or a sign that is read as one), a mark of omission, or another mark. */
export type Part = 'word' | 'ellipsis' | 'mark'

/** Marks that are read aloud: `%`, `$`, `+`, `°`, an emoji. All others belong to whoever wrote the words down. */
const READ_ALOUD = /^[%٪％‰&@#§°/]$|^[\p{Sc}\p{Sm}\p{So}]/u

export function partOf({ kind, key }: Token): Part {
  if (kind === 'word' || kind === 'unspaced') return 'word'
  if (kind === 'ellipsis') return 'ellipsis'
  return READ_ALOUD.test(key) ? 'word' : 'mark'
}

/** Vowel signs of Arabic and Hebrew, which print leaves out, and the stroke that stretches an Arabic word. */
const VOWEL_SIGNS = /[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7\u064b-\u0652\u0670\u0640]/g

/**
 * A word as it is heard: without capitals, vowel signs, and with the digits of every script as 0 to 9. Capitals follow
 * the language, given as a BCP 47 tag, since Turkish `I` is no `i`.
 */
export function heard(key: string, language: string): string {
  return withoutVowelSigns(lowered(plainFigures(key), language))
}

/** How two words that are heard alike differ in writing, apart from quote marks, apostrophes and their like. */
export type Writing = 'capital' | 'vowel-signs' | 'digits'

export function writingOf(printed: string, source: string): Writing[] {
  if (printed === source) return []
  const differs = (by: (word: string) => string) => by(printed) !== by(source)
  const found: Writing[] = []
  if (differs((word) => withoutVowelSigns(plainFigures(word)))) found.push('capital')
  if (differs((word) => (word.match(VOWEL_SIGNS) ?? []).join(''))) found.push('vowel-signs')
  if (differs((word) => word.replace(/\P{Nd}/gu, ''))) found.push('digits')
  return found
}

const withoutVowelSigns = (word: string) => word.replace(VOWEL_SIGNS, '')

function lowered(word: string, language: string): string {
  return /^(?:tr|az)(?:-|$)/i.test(language) ? word.toLocaleLowerCase('tr') : word.toLowerCase()
}
