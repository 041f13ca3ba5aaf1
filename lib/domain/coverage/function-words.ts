import type { Span } from '../text/blocks'
import {
  ARTICLES,
  BE_AND_HAVE,
  CONJUNCTIONS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  wordSet,
} from '../text/english'

/**
 * Words that only connect others and assert nothing by themselves. No negation, no modal verb and no
 * quantity is among them: those change what is said.
 */
const CONNECTING: Record<string, ReadonlySet<string>> = {
  en: wordSet(
    [ARTICLES, CONJUNCTIONS, PREPOSITIONS, RELATIVES, BE_AND_HAVE, PRONOUNS].join(' '),
    'of also then there here too meanwhile however moreover',
  ),
}

/** Whether a span holds nothing but connecting words; never true in a language whose words are not known. */
export function isFunctionWord(text: string, { start, end }: Span, language: string): boolean {
  const known = CONNECTING[language.split('-')[0] ?? '']
  if (!known) return false
  const words = text.slice(start, end).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return words.length > 0 && words.every((word) => known.has(word.toLowerCase()))
}
