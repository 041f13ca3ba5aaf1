import type { Actor } from '@/lib/domain/policy'
import type { SearchKind } from '@/lib/domain/search/search-query'
import { db } from '../client'

/** So many words are asked for, the rarest of a text, and so many entries of the index are looked at for each. */
const MOST_WORDS = 8
export const MOST_HELD = 3_000

/** So many words of a text are looked up: of a whole paragraph, the first in the order of the alphabet. */
const MOST_LOOKED_UP = 60

export interface AskedWord {
  word: string
  forms: string[]
  /** How many entries hold it, as far as they were counted. */
  held: number
}

/** The rarest words of a text, in the forms that the index has of them in entries of a kind. */
export async function findAskedWords(
  actor: Actor,
  { words, language, kind }: { words: string; language: string; kind: SearchKind },
): Promise<AskedWord[]> {
  return db().$queryRaw<AskedWord[]>`
    WITH asked AS (
      SELECT word, ARRAY(SELECT "search_forms"(word, ${language})) AS forms
      FROM "search_words"(${words}) AS word LIMIT ${MOST_LOOKED_UP}
    )
    SELECT word, forms, held FROM asked CROSS JOIN LATERAL (
      SELECT count(*)::int AS held FROM (
        SELECT 1 FROM "SearchEntry" entry
        WHERE entry.terms && asked.forms AND entry.kind = ${kind}::"SearchKind" AND entry."newsroomId" = ${actor.newsroomId}
        LIMIT ${MOST_HELD}) AS counted
    ) AS holding
    WHERE held > 0 ORDER BY held, word LIMIT ${MOST_WORDS}`
}
