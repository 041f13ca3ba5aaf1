import type { Actor } from '@/lib/domain/policy'
import type { PlacedBlock, Span } from '@/lib/domain/text/blocks'
import { excerptAround } from '@/lib/domain/text/excerpt'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { columns, type JsonRow } from '../json-row'
import { articleHere, heardBySql, seenBySql, withPeople, worksOn } from '../visibility'

const query = {
  id: true,
  claimId: true,
  revisionId: true,
  start: true,
  end: true,
  exact: true,
  prefix: true,
  suffix: true,
  to: true,
  toUserId: true,
  question: true,
  blocking: true,
  state: true,
  askedById: true,
  askedAt: true,
} as const satisfies Prisma.QuerySelect

const { people: _, ...article } = articleHere

/** A query with its thread, oldest entry first. */
export type Query = ReturnType<typeof shaped>

export const wholeQuery = {
  ...query,
  article: { select: articleHere },
  claim: { select: { number: true, status: true } },
  entries: { orderBy: [{ writtenAt: 'asc' }, { id: 'asc' }] },
} satisfies Prisma.QuerySelect

export function shaped({
  article,
  ...rest
}: Prisma.QueryGetPayload<{ select: typeof wholeQuery }>) {
  return { ...rest, article: withPeople(article) }
}

/**
 * Queries that the actor hears of, with their threads, where their words stand in the newest text and what stands
 * around them there, in one statement. Condition and order are about `query` and its `article`.
 */
export async function readQueries(
  actor: Actor,
  which: Prisma.Sql,
  order = Prisma.sql`query."askedAt", query.id`,
) {
  const [found] = await db().$queryRaw<Tables[]>`
    WITH asked AS MATERIALIZED (
      SELECT query.*, row_number() OVER (ORDER BY ${order}) AS nth
      FROM "Query" query JOIN "Article" article ON article.id = query."articleId"
      WHERE ${which} AND ${isHeard(actor)}
    )
    SELECT (
      SELECT json_agg(one ORDER BY one.nth) FROM (
        SELECT ${QUERY}, query."articleId", query.nth,
          claim.number AS "claimNumber", claim.status AS "claimStatus", (
            SELECT coalesce(json_agg(entry ORDER BY entry."writtenAt", entry.id), '[]')
            FROM "QueryEntry" entry WHERE entry."queryId" = query.id
          ) AS entries, (
            SELECT json_build_object('start', later.start, 'end', later."end")
            FROM "QueryPlace" later JOIN "Revision" newest ON newest.id = later."revisionId"
            JOIN "Article" article ON article.id = newest."articleId"
            WHERE later."queryId" = query.id AND newest.number = article."revisionNumber"
          ) AS later
        FROM asked AS query LEFT JOIN "Claim" claim ON claim.id = query."claimId"
      ) one
    ) AS queries, (
      SELECT json_agg(one) FROM (
        SELECT ${ARTICLE}, (
          SELECT coalesce(json_agg(person), '[]')
          FROM "ArticlePerson" person WHERE person."articleId" = article.id
        ) AS people, (
          SELECT json_build_object('id', newest.id, 'text', newest.text, 'blocks', newest.blocks)
          FROM "Revision" newest
          WHERE newest."articleId" = article.id AND newest.number = article."revisionNumber"
        ) AS newest
        FROM "Article" article WHERE article.id IN (SELECT "articleId" FROM asked)
      ) one
    ) AS articles`
  const articles = new Map(found?.articles?.map((row) => [row.id, row]))
  return (found?.queries ?? []).flatMap((row) => {
    const article = articles.get(row.articleId)
    if (!article) return []
    const { later, articleId: _, nth: __, claimNumber, claimStatus, entries, ...query } = row
    const { newest, ...here } = article
    const place = newest?.id === query.revisionId ? query : later
    return {
      ...query,
      askedAt: new Date(query.askedAt),
      article: withPeople(here),
      claim:
        claimNumber === null || claimStatus === null
          ? null
          : { number: claimNumber, status: claimStatus },
      entries: entries.map((entry) => ({
        ...entry,
        writtenAt: new Date(entry.writtenAt),
      })),
      place:
        newest && place
          ? {
              ...{ start: place.start, end: place.end },
              ...excerptAround(newest.text, newest.blocks, place),
            }
          : null,
    } satisfies Query & { place: unknown }
  })
}

/** As `queriesSeenBy`, of `query` and its `article`: all that the actor hears of, and a writer what is asked of the writer. */
export function isHeard(actor: Actor): Prisma.Sql {
  return Prisma.sql`${seenBySql(actor)} AND (${heardBySql(actor)}
    OR query."to" = 'writer' AND ${worksOn(actor, 'writer')})`
}

const [QUERY, ARTICLE] = [columns(query, 'query'), columns(article, 'article')]

interface Tables {
  queries:
    | (JsonRow<Prisma.QueryGetPayload<{ select: typeof query }>> & {
        articleId: string
        nth: number
        claimNumber: number | null
        claimStatus: NonNullable<Query['claim']>['status'] | null
        later: Span | null
        entries: JsonRow<Query['entries'][number]>[]
      })[]
    | null
  articles:
    | (Prisma.ArticleGetPayload<{ select: typeof article }> & {
        people: { userId: string; part: string }[]
        newest: { id: string; text: string; blocks: PlacedBlock[] } | null
      })[]
    | null
}
