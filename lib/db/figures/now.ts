/** How the work stands now: articles, deadlines, and who has how much. */

import type { Actor } from '@/lib/domain/policy'
import type { Day } from '@/lib/domain/times/days'
import type { ArticleState } from '@/lib/domain/vocabulary'
import { findHidden, idsHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { seenBySql } from '../visibility'

/** How many articles stand in each state, those apart that are put away. */
export function countStates(actor: Actor) {
  return db().$queryRaw<{ state: ArticleState; count: number }[]>`
    SELECT article.state, count(*)::int AS count FROM "Article" article
    WHERE article."archivedAt" IS NULL AND ${seenBySql(actor)} GROUP BY 1`
}

/** How many articles in work are due on each day of the newsroom's calendar up to one; those that are late stand at an empty day. */
export function countDeadlines(actor: Actor, { now, until }: { now: Date; until: Date }) {
  return db().$queryRaw<{ day: Day; count: number }[]>`
    SELECT CASE WHEN article.deadline < ${now} THEN ''
        ELSE to_char(article.deadline AT TIME ZONE ${actor.timeZone}, 'YYYY-MM-DD') END AS day,
      count(*)::int AS count
    FROM "Article" article
    WHERE article.deadline < ${until} AND article.state IN (${IN_WORK})
      AND article."archivedAt" IS NULL AND ${seenBySql(actor)}
    GROUP BY 1`
}

export interface Load {
  /** Null: nobody has them. */
  userId: string | null
  toCheck: number
  recheck: number
  waiting: number
}

/** How many open claims of articles in work each person has. A check that is hidden from the actor counts as one to come. */
export async function countLoad(actor: Actor): Promise<Load[]> {
  const hidden = idsHidden(
    await findHidden(
      actor,
      Prisma.sql`claim.status = 'checked' AND claim."articleId" IN (
        SELECT article.id FROM "Article" article
        WHERE article."newsroomId" = ${actor.newsroomId} AND article.state IN (${IN_WORK}))`,
    ),
  )
  return db().$queryRaw<Load[]>`
    SELECT claim."assigneeId" AS "userId",
      count(*) FILTER (WHERE claim.status IN ('unchecked', 'in_progress', 'checked'))::int AS "toCheck",
      count(*) FILTER (WHERE claim.status = 'recheck')::int AS recheck,
      count(*) FILTER (WHERE claim.status IN ('waiting_writer', 'waiting_source'))::int AS waiting
    FROM "Article" article JOIN "Claim" claim ON claim."articleId" = article.id
    WHERE article.state IN (${IN_WORK}) AND article."archivedAt" IS NULL AND ${seenBySql(actor)}
      AND (claim.status NOT IN ('checked', 'cut') OR claim.id = ANY (${hidden}))
    GROUP BY 1`
}

const IN_WORK = Prisma.sql`'draft', 'in_check', 'with_editor'`
