import type { Span } from '@/lib/domain/text/blocks'
import { wordsInTurns } from '@/lib/domain/text/words'
import type { Revision } from './revisions'

/**
 * The words of a text, which never changes; to find those of a long one takes a while, in which others have their turn.
 * Those of the texts that were asked for last are kept, up to so many words in all, and always those of the last one.
 */
export async function knownWords(
  { id, text, blocks }: Pick<Revision, 'id' | 'text' | 'blocks'>,
  language: string,
): Promise<Span[]> {
  const name = `${id} ${language}`
  const words = known.get(name) ?? (await wordsInTurns(text, blocks, language))
  known.delete(name)
  known.set(name, words)
  for (const oldest of known.keys()) {
    if (wordsKept() <= MOST_WORDS || oldest === name) break
    known.delete(oldest)
  }
  return words
}

/** How many words are kept: each takes about 40 bytes. */
export function wordsKept(): number {
  let sum = 0
  for (const { length } of known.values()) sum += length
  return sum
}

/** Some 30 articles of ten thousand words, or 12 megabytes. */
export const MOST_WORDS = 300_000

const known = new Map<string, Span[]>()
