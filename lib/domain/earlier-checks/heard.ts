import { cleaned } from './terms/cleaned'
import { foldedWords, termsOfWords } from './terms/terms'

/** A text with its language (BCP 47; English if none is given). */
export interface Said {
  words: string
  language?: string
}

/** A text’s folded words in order, and its terms, in its language (ISO 639-1). */
export interface Heard {
  words: readonly string[]
  terms: ReadonlySet<string>
  /** The terms that are written with a capital, the first word’s too. */
  names: ReadonlySet<string>
  language: string
}

export function heard({ words: text, language = 'en' }: Said): Heard {
  const words = foldedWords(cleaned(text).words)
  const tongue = language.slice(0, 2).toLowerCase()
  const capitals = foldedWords((text.match(CAPITAL) ?? []).join(' '))
  return {
    ...{ words, language: tongue },
    terms: new Set(termsOfWords(words, tongue)),
    names: new Set(termsOfWords(capitals, tongue)),
  }
}

const CAPITAL = /(?<![\p{L}\p{M}\p{N}])\p{Lu}[\p{L}\p{M}'’-]*/gu

/** Whether each of two texts has a name that the other has not: they say it of others. */
export function namesPart(one: Heard, other: Heard): boolean {
  const misses = (a: Heard, b: Heard) => [...a.names].some((name) => !b.terms.has(name))
  return misses(one, other) && misses(other, one)
}

/** How much of the shorter and of the longer text’s terms is in the other, from 0 to 1. */
export function overlapOf({ terms: one }: Heard, { terms: other }: Heard) {
  const shared = [...one].filter((term) => other.has(term)).length
  const shorter = Math.min(one.size, other.size)
  return {
    ofShorter: shorter === 0 ? 0 : shared / shorter,
    ofLonger: shorter === 0 ? 0 : shared / Math.max(one.size, other.size),
  }
}
