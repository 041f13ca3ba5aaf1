/** Words that somebody looks for: each has to stand somewhere in the text, whatever its case and the marks on its letters. */

import { Prisma } from './generated/client'

/** In SQL: whether every one of these words stands in a text, which is found by the index of its pairs of characters. */
export function holdsWords(text: Prisma.Sql, words: readonly string[]): Prisma.Sql {
  const holds = (word: string) => Prisma.sql`(
    "pairs"("searched"(${text})) @> "pairs"("searched"(${word}))
    AND strpos("searched"(${text}), "searched"(${word})) > 0)`
  return words.length > 0 ? Prisma.join(words.map(holds), ' AND ') : Prisma.sql`true`
}

/** More words than this are not looked for. */
const MOST_WORDS = 8

export function wordsIn(looked: string): string[] {
  return looked.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
}
