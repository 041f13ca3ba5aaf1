/** Words that somebody looks for: each has to stand somewhere in the text, whatever its case and the marks on its letters. */

import { Prisma } from './generated/client'

/**
 * In SQL: whether every one of these words stands in a text that was made ready for it (`"searched"` in SQL). Found by the
 * index of the text's pairs of characters, unless the rows to look at are few and known: then each costs less without.
 */
export function holdsWords(
  text: Prisma.Sql,
  words: readonly string[],
  { byIndex = true } = {},
): Prisma.Sql {
  return words.length > 0
    ? Prisma.join(
        words.map((word) => holdsWord(text, word, byIndex)),
        ' AND ',
      )
    : Prisma.sql`true`
}

/** What is looked for is worked out once, in a selection of its own, and not for each row. */
function holdsWord(text: Prisma.Sql, word: string, byIndex: boolean): Prisma.Sql {
  const stands = Prisma.sql`strpos(${text}, (SELECT "searched"(${word}))) > 0`
  return byIndex
    ? Prisma.sql`(${stands} AND "pairs"(${text}) @> (SELECT "pairs"("searched"(${word}))))`
    : stands
}

/** More words than this are not looked for. */
const MOST_WORDS = 8

export function wordsIn(looked: string): string[] {
  return looked.split(/\s+/).filter(Boolean).slice(0, MOST_WORDS)
}
