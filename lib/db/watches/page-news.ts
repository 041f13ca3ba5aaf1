/** What was found of the pages that articles cite when they were looked at again, and is not settled. */

import type { Actor } from '@/lib/domain/policy'
import type { Found } from '@/lib/domain/watches/look'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { isSeen } from '../visibility'

/** A page that changed, or is gone. */
export interface PageNews {
  found: Extract<Found, 'changed' | 'gone'>
  /** The copy of it as it is now; null for a page that is gone. */
  captureId: string | null
  /** The copy that it is compared with. */
  keptId: string
}

/** Of the pages that an article cites, those that changed or are gone, by their sources. */
export async function listPageNews(
  actor: Actor,
  articleId: string,
): Promise<Map<string, PageNews>> {
  const rows = await db().$queryRaw<(PageNews & { sourceId: string })[]>`
    SELECT kept."sourceId", kept.id AS "keptId", look.found, look."captureId"
    FROM "PageWatch" watch
    JOIN "Article" article ON article.id = watch."articleId"
    JOIN "Capture" kept ON kept.id = watch."captureId"
    JOIN LATERAL ${NEWEST} look ON true
    WHERE watch."articleId" = ${articleId} AND watch."newsroomId" = ${actor.newsroomId}
      AND ${GOES_ON} AND look.found IN ('changed', 'gone')
      AND ${isSeen(actor, Prisma.sql`article.id`)}`
  return new Map(rows.map(({ sourceId, ...news }) => [sourceId, news]))
}

/** In how many pages of each of these articles something was found about which a query is not closed, by the article's id. */
export async function countPageNews(
  actor: Actor,
  articleIds: readonly string[],
): Promise<Map<string, number>> {
  if (articleIds.length === 0) return new Map()
  const rows = await db().$queryRaw<{ articleId: string; pages: number }[]>`
    SELECT watch."articleId", count(*)::int AS pages FROM "PageWatch" watch
    JOIN "Article" article ON article.id = watch."articleId"
    WHERE watch."articleId" = ANY (${[...articleIds]}) AND watch."newsroomId" = ${actor.newsroomId}
      AND ${IS_UNSETTLED} AND ${isSeen(actor, Prisma.sql`article.id`)}
    GROUP BY watch."articleId"`
  return new Map(rows.map(({ articleId, pages }) => [articleId, pages]))
}

/** The newest look of the `watch` at hand that reached its page, or found it gone. */
const NEWEST = Prisma.sql`(
  SELECT one.found, one."captureId", one."queryIds" FROM "PageLook" one
  WHERE one."watchId" = watch.id AND one.found <> 'unreachable'
  ORDER BY one."lookedAt" DESC, one.id DESC LIMIT 1)`

/** Whether the `watch` at hand goes on, and nobody had its page kept anew since. */
const GOES_ON = Prisma.sql`(watch."endedAt" IS NULL AND NOT EXISTS (
  SELECT FROM "Capture" kept JOIN "Capture" newer ON newer."sourceId" = kept."sourceId"
  WHERE kept.id = watch."captureId" AND newer.way = 'page' AND newer."takenAt" > kept."takenAt"
    AND NOT EXISTS (SELECT FROM "PageLook" made WHERE made."captureId" = newer.id)))`

/** Whether the page of the `watch` at hand changed or is gone, and a person has not closed what was asked about it. */
export const IS_UNSETTLED = Prisma.sql`(${GOES_ON} AND EXISTS (
  SELECT FROM ${NEWEST} look JOIN "Query" query ON query.id = ANY (look."queryIds")
  WHERE look.found IN ('changed', 'gone') AND query.state <> 'closed'))`
