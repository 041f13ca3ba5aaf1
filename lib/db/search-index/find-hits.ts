import { type Actor, hearsCheck, readsEverySource } from '@/lib/domain/policy'
import type { SearchKind, SearchQuery } from '@/lib/domain/search/search-query'
import { foldWords, type SoughtWord } from '@/lib/domain/search/sought-words'
import { findHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { PLANNED_ANEW } from '../prepared-statements'
import { heardBySql, isSeen, worksOn } from '../visibility'

/** So many are looked at, at most: who finds more needs another word. */
export const MOST_HITS = 1_000

/** Where there are more, they are looked for among so many entries, the newest. */
export const NEWEST = 10_000

/** What so many of the newest hold is common: what is older is not asked for. */
const ENOUGH = 100

/** Of so many hits those come first that hold the words as they were typed; of more, the newest. */
const MOST_RANKED = 300

/** A word that fewer entries hold is no common one: the index gives all of them about as fast as the newest are gone through. */
const COMMON = 10_000

/** So many words are looked for. */
const MOST_WORDS = 12

export interface Hit {
  kind: SearchKind
  id: string
  claimId: string | null
  personId: string
  at: Date
}

export interface Found {
  /** The words that were looked for, in the forms in which they are found; none where nothing was typed that is a word. */
  sought: SoughtWord[]
  /** The best first. */
  hits: Hit[]
  counts: Record<SearchKind, number>
  /**
   * Whether there are more, or may be: `more` than `MOST_HITS`, or of the `NEWEST` entries these and of older ones perhaps others.
   * Then the newest come first.
   */
  isPart: 'more' | 'newest' | null
}

/** What the actor may see that holds all the words, by what stands in the index. What is hidden from them is not counted either. */
export async function findHits(actor: Actor, query: SearchQuery): Promise<Found> {
  const sought = await findForms(actor, query.typed)
  const none = {
    ...{ article: 0, claim: 0, verdict: 0, source: 0, evidence: 0, question: 0 },
    published_check: 0,
  }
  if (sought.length === 0) return { sought, hits: [], counts: none, isPart: null }
  const { rows, isPart } = await readHits(actor, query, sought)
  const hits = await withoutHidden(actor, query, rows.slice(0, MOST_HITS))
  const counts = { ...none }
  for (const { kind } of hits) counts[kind] += 1
  const exact = isPart || hits.length > MOST_RANKED ? new Map() : await countExact(sought, hits)
  const exactOf = (hit: Hit) => exact.get(nameOf(hit)) ?? 0
  const order = (a: Hit, b: Hit) => exactOf(b) - exactOf(a) || b.at.getTime() - a.at.getTime()
  return { sought, hits: hits.sort(order), counts, isPart }
}

/** A word that is looked for, with the share of all newsrooms’ entries that hold it, as far as it is common. */
interface WeighedWord extends SoughtWord {
  share: number
  held: number
}

/**
 * The words of what was typed, each once, with the forms that are looked for in the languages of the newsroom, and with what the
 * database’s statistics know of how common they are: nothing of what is not, and nothing at all of a new database.
 */
async function findForms(actor: Actor, typed: string): Promise<WeighedWord[]> {
  return db().$queryRaw<WeighedWord[]>`
    WITH asked AS MATERIALIZED (
      SELECT word, forms FROM "search_groups"(${typed}, ${actor.newsroomId}) LIMIT ${MOST_WORDS}
    ), known AS MATERIALIZED (
      SELECT part.term, part.share FROM pg_stats stats
      CROSS JOIN LATERAL unnest(stats.most_common_elems::text::text[], stats.most_common_elem_freqs) AS part (term, share)
      WHERE stats.schemaname = current_schema() AND stats.tablename = 'SearchEntry' AND stats.attname = 'terms'
        AND part.term IN (SELECT unnest(forms) FROM asked)
    )
    SELECT word, forms, share, share * (
      SELECT greatest(reltuples, 0) FROM pg_class WHERE oid = '"SearchEntry"'::regclass) AS held
    FROM asked CROSS JOIN LATERAL (
      SELECT coalesce(max(known.share), 0)::float8 AS share FROM known WHERE term = ANY (forms)) AS common`
}

/**
 * Reads what holds all the words. An index would give all of a common word before the first is looked at, in an archive most of
 * it: where all are common, the newest entries are gone through first, and the index is asked only where few of them hold the words.
 */
async function readHits(
  actor: Actor,
  query: SearchQuery,
  sought: readonly WeighedWord[],
): Promise<{ rows: Hit[]; isPart: Found['isPart'] }> {
  const which = conditionsOf(actor, query, sought)
  const readNewest = () =>
    read(
      actor,
      Prisma.sql`(
        SELECT * FROM "SearchEntry" WHERE "newsroomId" = ${actor.newsroomId} ORDER BY at DESC LIMIT ${NEWEST})`,
      which,
    )
  const isCommon = sought.every(({ share, held }) => share * NEWEST >= ENOUGH && held >= COMMON)
  const newest = isCommon ? await readNewest() : []
  if (newest.length > MOST_HITS) return { rows: newest, isPart: 'more' }
  if (newest.length >= ENOUGH) {
    return { rows: newest, isPart: (await hasOlder(actor)) ? 'newest' : null }
  }

  const some = await read(actor, Prisma.sql`"SearchEntry"`, which)
  if (some.length <= MOST_HITS) return { rows: some, isPart: null }
  const first = isCommon ? newest : await readNewest()
  const known = new Set(first.map(nameOf))
  const others = some.filter((hit) => !known.has(nameOf(hit)))
  return { rows: [...first, ...others], isPart: 'more' }
}

/** Whether the newsroom has more entries than the newest that are gone through. */
async function hasOlder({ newsroomId }: Actor): Promise<boolean> {
  const older = await db().$queryRaw<object[]>`
    SELECT 1 AS one FROM "SearchEntry" WHERE "newsroomId" = ${newsroomId} ORDER BY at DESC OFFSET ${NEWEST} LIMIT 1`
  return older.length > 0
}

function read(actor: Actor, from: Prisma.Sql, which: Prisma.Sql): Promise<Hit[]> {
  return db().$queryRaw<Hit[]>`
    SELECT entry.kind::text AS kind, entry.id, entry."claimId", entry."personId", entry.at
    FROM ${from} AS entry LEFT JOIN "Article" article ON article.id = entry."articleId"
    WHERE entry."newsroomId" = ${actor.newsroomId} AND ${which}
    LIMIT ${MOST_HITS + 1} ${Prisma.raw(PLANNED_ANEW)}`
}

const nameOf = ({ kind, id }: Hit) => `${kind} ${id}`

/** How many of the words stand in each hit as they were typed. The terms of an article are long, so few are read for that. */
async function countExact(
  sought: readonly SoughtWord[],
  hits: readonly Hit[],
): Promise<Map<string, number>> {
  const words = sought.map(({ word }) => word)
  const rows = await db().$queryRaw<{ kind: SearchKind; id: string; exact: number }[]>`
    SELECT entry.kind::text AS kind, entry.id,
      (SELECT count(*)::int FROM unnest(${words}::text[]) AS word WHERE word = ANY (entry.terms)) AS exact
    FROM unnest(${hits.map(({ kind }) => kind)}::"SearchKind"[], ${hits.map(({ id }) => id)}::text[]) AS hit (kind, id)
    JOIN "SearchEntry" entry ON entry.kind = hit.kind AND entry.id = hit.id`
  return new Map(rows.map(({ kind, id, exact }) => [`${kind} ${id}`, exact]))
}

function conditionsOf(actor: Actor, query: SearchQuery, sought: readonly SoughtWord[]): Prisma.Sql {
  const { person, type, verdict, from, to, phrases } = query
  const day = Prisma.sql`(entry.at AT TIME ZONE ${actor.timeZone})::date`
  const conditions = [
    ...sought.map(({ forms }) => Prisma.sql`entry.terms && ${[...forms]}::text[]`),
    ...(person ? [Prisma.sql`entry."personId" = ${person}`] : []),
    ...(type ? [Prisma.sql`entry.kind = 'claim' AND entry.facet = ${type}`] : []),
    ...(verdict ? [isJudged(verdict)] : []),
    ...(from ? [Prisma.sql`${day} >= ${from}::date`] : []),
    ...(to ? [Prisma.sql`${day} <= ${to}::date`] : []),
    isVisible(actor),
    ...phrases.map(holdsPhrase),
  ]
  return Prisma.join(conditions, ' AND ')
}

function isJudged(verdict: string): Prisma.Sql {
  return Prisma.sql`(entry.kind = 'verdict' AND entry.facet = ${verdict} OR entry.kind = 'claim' AND EXISTS (
    SELECT FROM "Claim" claim WHERE claim.id = entry.id AND ${verdict}::"VerdictKind" IN (claim."saidVerdict", claim."soVerdict")))`
}

/** The text of an article is not in its entry a second time. */
function holdsPhrase(phrase: string): Prisma.Sql {
  const folded = foldWords(phrase)
  return Prisma.sql`strpos(CASE entry.kind WHEN 'article' THEN (
      SELECT "folded"(article.headline || ' ' || revision.text) FROM "Revision" revision
      WHERE revision."articleId" = entry.id ORDER BY revision.number DESC LIMIT 1)
    ELSE "folded"(entry.words) END, ${folded}) > 0`
}

/** What of the newsroom's entries the actor may see; what second checkers may not know yet is taken from it later. */
function isVisible(actor: Actor): Prisma.Sql {
  const seen = isSeen(actor, Prisma.sql`entry."articleId"`)
  const sources = readsEverySource(actor)
    ? Prisma.sql`true`
    : Prisma.sql`(entry."personId" = ${actor.userId} OR EXISTS (
        SELECT FROM "ArticleSource" used JOIN "ArticlePerson" person ON person."articleId" = used."articleId"
        WHERE used."sourceId" = entry.id AND person."userId" = ${actor.userId}))`
  const questions = hearsCheck(actor, { writerIds: [], checkerIds: [] })
    ? Prisma.sql`true`
    : Prisma.sql`(${heardBySql(actor)} OR entry.facet = 'writer' AND ${worksOn(actor, 'writer')})`
  return Prisma.sql`CASE entry.kind WHEN 'source' THEN ${sources}
    WHEN 'question' THEN ${seen} AND ${questions}
    WHEN 'published_check' THEN true ELSE ${seen} END`
}

/** Without verdicts that a second checker may not know yet, and without claims that would be found by them. */
async function withoutHidden(actor: Actor, { verdict }: SearchQuery, rows: Hit[]): Promise<Hit[]> {
  const tells = (hit: Hit) => hit.kind === 'verdict' || (verdict !== null && hit.kind === 'claim')
  const ids = [...new Set(rows.filter(tells).flatMap(({ claimId }) => claimId ?? []))]
  if (ids.length === 0) return rows
  const hidden = await findHidden(actor, Prisma.sql`claim.id = ANY (${ids})`)
  const isHidden = (claimId: string | null) => (hidden.get(claimId ?? '')?.hidden.length ?? 0) > 0
  return rows.filter(
    (hit) =>
      !tells(hit) ||
      !isHidden(hit.claimId) ||
      (hit.kind === 'verdict' && hit.personId === actor.userId),
  )
}
