import { cleaned } from './cleaned'
import { folded } from './folded'
import { isFunctionWord } from './function-words'
import { stemOf } from './stem'

/** The terms of a text by which it is found and ranked: the stems of its words in their order, function words left out. */
export function termsOf(text: string, language: string): string[] {
  return termsOfWords(foldedWords(cleaned(text).words), language)
}

/** The same of words that were cut and folded before. */
export function termsOfWords(words: readonly string[], language: string): string[] {
  const tongue = language.slice(0, 2).toLowerCase()
  let known = KNOWN.get(tongue)
  if (!known || known.size > MOST_KNOWN) {
    if (KNOWN.size > MOST_LANGUAGES) KNOWN.clear()
    known = new Map()
    KNOWN.set(tongue, known)
  }
  const terms: string[] = []
  for (const word of words) {
    let term = known.get(word)
    if (term === undefined) {
      term = isFunctionWord(word, tongue) ? '' : stemOf(word, tongue)
      known.set(word, term)
    }
    if (term) terms.push(term)
  }
  return terms
}

/** The terms of words that were read before, by language, and none for a function word: most words come again and again. */
const KNOWN = new Map<string, Map<string, string>>()
const MOST_KNOWN = 20_000
const MOST_LANGUAGES = 20

/**
 * The folded words of a text. Figures are written in one way (`1,014.5` as `1014.5`), what an apostrophe joins to a word is
 * left out (`l’`, `’s`, Turkish endings of names), and scripts without spaces give each pair of neighbouring letters.
 */
export function foldedWords(text: string): string[] {
  const plain = folded(text)
  const figured = PARTED_FIGURE.test(plain)
    ? plain.replace(THOUSANDS, '').replace(DECIMAL_COMMA, '.')
    : plain
  const words = figured.match(WORD) ?? []
  return PLAIN_WORDS.test(figured) ? words : words.flatMap(readWord)
}

/** Without apostrophes and scripts that have no spaces, each is a word as it is. */
const PLAIN_WORDS = /^[^'\u0e00-\u109f\u1780-\u17ff\u2e80-\u{3ffff}]*$/u

const PARTED_FIGURE = /\d[.,' ]\d/
const THOUSANDS = /(?<=(?<!\d)(?!0)\d{1,3}(?:[.,' ]\d{3}){0,4})[.,' ](?=\d{3}(?!\d))/g
const DECIMAL_COMMA = /(?<=\d),(?=\d{1,2}(?!\d))/g

const UNSPACED =
  '\\p{sc=Han}\\p{sc=Hiragana}\\p{sc=Katakana}ー\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}'
const UNSPACED_FIRST = new RegExp(`^[${UNSPACED}]`, 'u')
const LETTER = `(?:(?![${UNSPACED}])[\\p{L}\\p{M}\\p{N}])`
const WORD = new RegExp(`[${UNSPACED}]+|\\d+(?:\\.\\d+)*${LETTER}*|${LETTER}+(?:'\\p{L}+)*`, 'gu')

function readWord(word: string): string | string[] {
  if (UNSPACED_FIRST.test(word)) return letterPairs(word)
  return word.includes("'") ? withoutJoined(word) : word
}

function letterPairs(run: string): string[] {
  const letters = [...run]
  return letters.length === 1
    ? letters
    : letters.slice(1).map((letter, at) => `${letters[at]}${letter}`)
}

/** French and Italian elide the word before an apostrophe; elsewhere what is joined stands behind it. */
function withoutJoined(word: string): string {
  if (word.endsWith("n't")) return 'not'
  const parts = word.split("'")
  return parts.find((part) => !ELIDED.test(part)) ?? word
}

const ELIDED = /^(?:[cdjlmnst]|qu|all|dell|nell|sull)$/
