import type { Actor } from '@/lib/domain/policy'
import type { SearchKind } from '@/lib/domain/search/search-query'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { PLANNED_ANEW } from '../prepared-statements'

/** So many rare words are asked for, and so many common ones that have to stand together. */
const MOST_RARE = 8
const MOST_COMMON = 3

/** A word that so many entries have is common, and is counted no further. */
export const MOST_HELD = 1_000

/** The rare words of a text have together at most so many entries, which are read: the rarest are asked for first. */
const MOST_ENTRIES = 1_500

/** So many words of a text are looked up: of a whole paragraph, the first in the order of the alphabet. */
const MOST_LOOKED_UP = 60

/** A newsroom with at most so many entries is small. */
const SMALL = 2_000

export interface AskedWord {
  word: string
  forms: string[]
  /** How many entries hold it, as far as they were counted. */
  held: number
}

/** The words by which a text is looked for: rare ones, of which one is enough, and common ones, of which all are needed. */
export interface Asked {
  rare: AskedWord[]
  common: AskedWord[]
}

/** The rarest words of a text, in the forms that the index has of them in entries of a kind. */
export async function findAskedWords(
  actor: Actor,
  about: { words: string; language: string; kind: SearchKind },
): Promise<Asked> {
  const [known, small] = await Promise.all([readWords(about), isSmall(actor)])
  // What is common among all newsrooms may be rare in a small one, where it costs little to count.
  const words = small ? known.map((word) => ({ ...word, held: 0 })) : known
  const counted = await countHeld(
    actor,
    about.kind,
    words.filter(({ held }) => held === 0),
  )
  const rarest = [...counted, ...words.filter(({ held }) => held > 0)]
    .filter(({ held }) => held > 0)
    .sort((one, other) => one.held - other.held || (one.word < other.word ? -1 : 1))
  let entries = 0
  const rare = rarest.filter(({ held }, at) => {
    entries += held
    return at < MOST_RARE && held < MOST_HELD && entries <= MOST_ENTRIES
  })
  return { rare, common: rarest.slice(rare.length, rare.length + MOST_COMMON) }
}

/**
 * The words of a text with their forms, and about how many entries of all newsrooms hold each, as far as the database’s
 * statistics know: of common ones. Of others, and where there are no statistics yet, it is 0.
 */
function readWords({ words, language }: { words: string; language: string }): Promise<AskedWord[]> {
  return db().$queryRaw<AskedWord[]>`
    WITH asked AS (
      SELECT word, ARRAY(SELECT "search_forms"(word, ${language})) AS forms
      FROM "search_words"(${words}) AS word LIMIT ${MOST_LOOKED_UP}
    ), known AS MATERIALIZED (
      SELECT part.term, part.share FROM pg_stats stats
      CROSS JOIN LATERAL unnest(stats.most_common_elems::text::text[], stats.most_common_elem_freqs) AS part (term, share)
      WHERE stats.schemaname = current_schema() AND stats.tablename = 'SearchEntry' AND stats.attname = 'terms' AND part.term IS NOT NULL
    )
    SELECT word, forms, coalesce((
      SELECT max(share) * (SELECT greatest(reltuples, 0) FROM pg_class WHERE oid = '"SearchEntry"'::regclass)
      FROM known WHERE term = ANY (forms)), 0)::int AS held
    FROM asked`
}

async function isSmall({ newsroomId }: Actor): Promise<boolean> {
  const [row] = await db().$queryRaw<{ count: number }[]>`
    SELECT count(*)::int AS count FROM (
      SELECT FROM "SearchEntry" WHERE "newsroomId" = ${newsroomId} LIMIT ${SMALL + 1}) AS counted`
  return (row?.count ?? 0) <= SMALL
}

/** The same words with how many entries hold each. */
async function countHeld(
  { newsroomId }: Actor,
  kind: SearchKind,
  words: readonly AskedWord[],
): Promise<AskedWord[]> {
  if (words.length === 0) return []
  const counts = words.map(
    ({ forms }, at) => Prisma.sql`SELECT ${at}::int AS at, (SELECT count(*)::int FROM (
      SELECT FROM "SearchEntry" entry WHERE entry.terms && ${forms}::text[]
        AND entry.kind = ${kind}::"SearchKind" AND entry."newsroomId" = ${newsroomId} LIMIT ${MOST_HELD}) AS counted) AS held`,
  )
  const rows = await db().$queryRaw<{ at: number; held: number }[]>`
    ${Prisma.join(counts, ' UNION ALL ')} ${Prisma.raw(PLANNED_ANEW)}`
  const held = new Map(rows.map((row) => [row.at, row.held]))
  return words.map((one, at) => ({ ...one, held: held.get(at) ?? 0 }))
}

/** Which entries (of the alias `entry`) may say the same, and what the words weigh that one of them holds. */
export interface Holding {
  which: Prisma.Sql
  weight: Prisma.Sql
}

/**
 * Those that hold one of the rare words, and those that hold all of the common ones, of which one weighs as much as the other: any
 * of them will do. Two conditions, since an index answers each by itself.
 */
export function holdingOf({ rare, common }: Asked): Holding[] {
  const forms = [...new Set(rare.flatMap((one) => one.forms))]
  const together = common.map(({ forms }) => holds(forms))
  const all = common.reduce((sum, one) => sum + weightOf(one), 0)
  return [
    ...(rare.length > 0 ? [{ which: holds(forms), weight: weighed([...rare, ...common]) }] : []),
    ...(common.length > 0
      ? [{ which: Prisma.join(together, ' AND '), weight: Prisma.sql`${all}::float8` }]
      : []),
  ]
}

/** Which entries hold every word that is asked for, as one that says the very same does. */
export function holdingAll({ rare, common }: Asked): Prisma.Sql | null {
  const words = [...rare, ...common]
  if (words.length === 0) return null
  return Prisma.join(
    words.map(({ forms }) => holds(forms)),
    ' AND ',
  )
}

const holds = (forms: readonly string[]) => Prisma.sql`entry.terms && ${[...forms]}::text[]`

function weighed(words: readonly AskedWord[]): Prisma.Sql {
  const parts = words.map(
    (one) => Prisma.sql`CASE WHEN ${holds(one.forms)} THEN ${weightOf(one)}::float8 ELSE 0 END`,
  )
  return Prisma.join(parts, ' + ')
}

const weightOf = ({ held }: AskedWord) => 1 / (1 + Math.log1p(held))
