/** What was checked in a period, without what is hidden from whoever looks. */

import { DURATION_BOUNDS } from '@/lib/domain/figures/durations'
import type { Period } from '@/lib/domain/figures/period'
import type { Actor } from '@/lib/domain/policy'
import type { ClaimType, VerdictKind } from '@/lib/domain/vocabulary'
import { findHidden, idsHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { seenBySql } from '../visibility'

/** The claims with a verdict of the period that the actor may not know yet. */
export async function listHiddenIn(actor: Actor, { start, end }: Period): Promise<string[]> {
  const hidden = await findHidden(
    actor,
    Prisma.sql`claim.id IN (
      SELECT given."claimId" FROM "Verdict" given WHERE given."givenAt" >= ${start} AND given."givenAt" < ${end})`,
  )
  return idsHidden(hidden)
}

/** How many claims got their first verdict after how long, by the buckets of `DURATIONS`, with the median in seconds of all. */
export async function countDurations(actor: Actor, { start, end }: Period, hidden: string[]) {
  const rows = await db().$queryRaw<
    { bucket: number | null; count: number; median: number | null }[]
  >`
    WITH took AS (
      SELECT extract(epoch FROM min(given."givenAt") - claim."createdAt")::float8 AS seconds
      FROM "Verdict" given JOIN "Claim" claim ON claim.id = given."claimId"
      JOIN "Article" article ON article.id = claim."articleId"
      WHERE given."givenAt" >= ${start} AND given."givenAt" < ${end} AND ${seenBySql(actor)}
        AND claim.id <> ALL (${hidden}) AND NOT EXISTS (
          SELECT FROM "Verdict" before WHERE before."claimId" = claim.id AND before."givenAt" < ${start})
      GROUP BY claim.id
    )
    SELECT width_bucket(seconds, ${DURATION_BOUNDS}::float8[]) AS bucket, count(*)::int AS count,
      percentile_cont(0.5) WITHIN GROUP (ORDER BY seconds) AS median
    FROM took GROUP BY GROUPING SETS ((1), ())`
  return {
    counts: rows.flatMap(({ bucket, count }) => (bucket === null ? [] : [{ bucket, count }])),
    median: rows.find(({ bucket }) => bucket === null)?.median ?? null,
  }
}

/** How many claims of which type were found to be what in the period: of each question the newest verdict, second checks aside. */
export function countVerdicts(actor: Actor, { start, end }: Period, hidden: string[]) {
  return db().$queryRaw<{ type: ClaimType; verdict: VerdictKind; count: number }[]>`
    SELECT newest.type, newest.verdict, count(*)::int AS count FROM (
      SELECT DISTINCT ON (claim.id, given.aspect) claim.type, given.verdict
      FROM "Verdict" given JOIN "Claim" claim ON claim.id = given."claimId"
      JOIN "Article" article ON article.id = claim."articleId"
      WHERE given."givenAt" >= ${start} AND given."givenAt" < ${end} AND given."check" <> 'second'
        AND ${seenBySql(actor)} AND claim.id <> ALL (${hidden})
      ORDER BY claim.id, given.aspect, given."givenAt" DESC
    ) newest GROUP BY 1, 2`
}
