import type { Span } from '../../../text/blocks'
import type { Vocabulary } from './languages/vocabulary'

/**
 * The words that say what a figure is a figure of, in lower case: up to three behind it, to the end of the phrase
 * (`300 wounded soldiers`), or else the last one before it in its clause (`a range of 400 km`).
 * Nothing is looked at beyond the figures around it.
 */
export function nounsAround(
  text: string,
  { start, end }: Span,
  around: Span,
  words: Vocabulary,
): string[] {
  const behind = nounsIn(
    PHRASE.exec(text.slice(end, Math.min(end + LOOK, around.end)))?.[0] ?? '',
    words,
    3,
  )
  if (behind.length > 0) return behind.map((word) => word.toLowerCase())
  const before = nounsIn(
    CLAUSE.exec(text.slice(Math.max(around.start, start - LOOK), start))?.[0] ?? '',
    words,
  )
  return before.slice(-1).map((word) => word.toLowerCase())
}

/** Whether two words are forms of one: they begin alike, and part in their last letters at most. */
export function isSameWord(one: string, other: string): boolean {
  if (one === other) return true
  const shorter = Math.min(one.length, other.length)
  const stem = Math.max(4, shorter - 2)
  return (
    shorter >= 4 &&
    Math.abs(one.length - other.length) <= 3 &&
    one.slice(0, stem) === other.slice(0, stem)
  )
}

/** How far to look, in UTF-16 units. */
const LOOK = 60

const PHRASE = /^[^.,;:!?()[\]“”"\n|–—\p{N}]*/u
const CLAUSE = /[^.,;:!?()[\]“”"\n|–—\p{N}]*$/u

/** The words of a phrase that are not empty: as many as follow each other, or all. */
function nounsIn(phrase: string, words: Vocabulary, most?: number): string[] {
  const all = phrase.match(/\p{L}[\p{L}\p{M}'’]+/gu) ?? []
  const isEmpty = (word: string) => words.empty.has(word.toLowerCase())
  if (most === undefined)
    return all.filter((word) => !isEmpty(word) && !words.scales.has(word.toLowerCase()))
  const rest = all
    .slice(/^of$/i.test(all[0] ?? '') ? all.findIndex((word) => !isEmpty(word)) : 0)
    .slice(0, most)
  const stop = rest.findIndex(isEmpty)
  return stop === -1 ? rest : rest.slice(0, stop)
}
