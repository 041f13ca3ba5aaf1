import { type Actor, hearsCheck, readsEverySource } from '@/lib/domain/policy'
import type { SearchKind, SearchQuery } from '@/lib/domain/search/search-query'
import { foldWords, type SoughtWord } from '@/lib/domain/search/sought-words'
import { findHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { PLANNED_ANEW } from '../prepared-statements'
import { heardBySql, isSeen, worksOn } from '../visibility'

/** So many are looked at, at most: who finds more needs another word. */
export const MOST_HITS = 2_000

/** Where there are more, the newest are looked for among so many entries. */
const NEWEST = 20_000

/** So many words are looked for. */
const MOST_WORDS = 12

export interface Hit {
  kind: SearchKind
  id: string
  claimId: string | null
  personId: string
  /** How many of the words stand there as they were typed. */
  exact: number
  at: Date
}

export interface Found {
  /** The words that were looked for, in the forms in which they are found; none where nothing was typed that is a word. */
  sought: SoughtWord[]
  /** The best first. */
  hits: Hit[]
  counts: Record<SearchKind, number>
  /** Whether there are more than were looked at: then these are the newest. */
  isPart: boolean
}

/** What the actor may see that holds all the words, by what stands in the index. What is hidden from them is not counted either. */
export async function findHits(actor: Actor, query: SearchQuery): Promise<Found> {
  const sought = await findForms(actor, query.typed)
  const none = {
    ...{ article: 0, claim: 0, verdict: 0, source: 0, evidence: 0, question: 0 },
    published_check: 0,
  }
  if (sought.length === 0) return { sought, hits: [], counts: none, isPart: false }
  const which = conditionsOf(actor, query, sought)
  const some = await read(actor, sought, Prisma.sql`"SearchEntry"`, which)
  const isPart = some.length > MOST_HITS
  const newest = Prisma.sql`(
    SELECT * FROM "SearchEntry" WHERE "newsroomId" = ${actor.newsroomId} ORDER BY at DESC LIMIT ${NEWEST})`
  const rows = isPart ? await read(actor, sought, newest, which) : some
  const hits = await withoutHidden(actor, query, rows.slice(0, MOST_HITS))
  const counts = { ...none }
  for (const { kind } of hits) counts[kind] += 1
  const order = (a: Hit, b: Hit) =>
    (isPart ? 0 : b.exact - a.exact) || b.at.getTime() - a.at.getTime()
  return { sought, hits: hits.sort(order), counts, isPart }
}

/** The words of what was typed, each once, with the forms that are looked for in the languages of the newsroom. */
async function findForms(actor: Actor, typed: string): Promise<SoughtWord[]> {
  const rows = await db().$queryRaw<SoughtWord[]>`
    SELECT word, forms FROM "search_groups"(${typed}, ${actor.newsroomId}) LIMIT ${MOST_WORDS}`
  return rows
}

function read(
  actor: Actor,
  sought: readonly SoughtWord[],
  from: Prisma.Sql,
  which: Prisma.Sql,
): Promise<Hit[]> {
  const words = sought.map(({ word }) => word)
  return db().$queryRaw<Hit[]>`
    SELECT entry.kind::text AS kind, entry.id, entry."claimId", entry."personId", entry.at,
      (SELECT count(*)::int FROM unnest(${words}::text[]) AS word WHERE word = ANY (entry.terms)) AS exact
    FROM ${from} AS entry LEFT JOIN "Article" article ON article.id = entry."articleId"
    WHERE entry."newsroomId" = ${actor.newsroomId} AND ${which}
    LIMIT ${MOST_HITS + 1} ${Prisma.raw(PLANNED_ANEW)}`
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
