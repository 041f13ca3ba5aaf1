import type { Actor } from '@/lib/domain/policy'
/** What articles wait for as a whole: a signature, a deadline, words that nobody accounts for. SQL may find too much here, never too little. */

import { NEAR } from '@/lib/domain/waiting/pressing'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { seenBySql } from '../visibility'
import { IS_UNSETTLED } from '../watches/page-news'
import { OPEN_STATUSES } from './claims'
import { inOrder, isAskedFor, mayLead, personIn, type Scope, unsignedArticles } from './scope'

export interface ArticleStep {
  kind: 'emergency' | 'fallen' | 'deadline' | 'sign' | 'uncovered' | 'hand' | 'notes' | 'pages'
  articleId: string
  /** What stands there: another one is news. */
  part: string
  count: number
  /** Of a signature that fell: whether claims made it fall. */
  byClaims: boolean
  since: Date | null
}

/** The steps of articles on their way to a signature that holds. */
export function listStepsFor(actor: Actor, scope: Scope): Promise<ArticleStep[]> {
  const { now } = scope
  const near = new Date(now.getTime() + NEAR)
  return db().$queryRaw<ArticleStep[]>`
    WITH unsigned AS MATERIALIZED ${unsignedArticles(actor, scope)}, article AS (
      SELECT unsigned.*, EXISTS (
          SELECT FROM "Claim" claim
          WHERE claim."articleId" = unsigned.id AND claim.status IN (${OPEN_STATUSES})
        ) AS "isOpen", "coveredWords" < "newestWords" AS "isUncovered",
        state IN ('draft', 'in_check', 'with_editor') AS "isInWork",
        notes.count AS notes, notes.newest AS note, last.*
      FROM unsigned LEFT JOIN LATERAL (
        SELECT signed.id AS "signOffId", ending.kind AS "endedAs", ending."endedAt", ending.claims
        FROM "SignOff" signed LEFT JOIN "SignOffEnd" ending ON ending."signOffId" = signed.id
        WHERE signed."articleId" = unsigned.id ORDER BY signed."signedAt" DESC, signed.id DESC LIMIT 1
      ) last ON true CROSS JOIN LATERAL (
        SELECT count(*) AS count, max(note.id) AS newest FROM "DocumentNote" note
        WHERE note."articleId" = unsigned.id AND note.state = 'open'
      ) notes
    )
    SELECT step.kind, article.id AS "articleId", coalesce(step.part, '') AS part,
      step.count::int AS count, step.since,
      coalesce(cardinality(article.claims), 0) > 0 AS "byClaims"
    FROM article CROSS JOIN LATERAL (VALUES
      ('emergency', NOT "isInWork", "newestId", 1, coalesce("endedAt", "newestAt")),
      ('fallen', "isInWork" AND "endedAs" IN ('superseded', 'fallen'), "signOffId", 1, "endedAt"),
      ('deadline', "isInWork" AND deadline < ${near} AND ("isOpen" OR "isUncovered"),
        CASE WHEN deadline < ${now} THEN 'late' ELSE 'near' END, 1, deadline),
      ('sign', state = 'with_editor', "newestId", 1, "newestAt"),
      ('uncovered', "isUncovered", "newestId", 1, "newestAt"),
      ('hand', state IN ('draft', 'in_check') AND NOT "isOpen" AND NOT "isUncovered", "newestId", 1,
        "newestAt"),
      ('notes', notes > 0, note, notes, "newestAt")
    ) step (kind, waits, part, count, since)
    WHERE step.waits
    ${inOrder(scope, Prisma.sql`step.kind`)}`
}

/** Pages that changed or are gone and about which a query is open: looked for in the articles that have one. */
export function listPageNewsFor(actor: Actor, scope: Scope): Promise<ArticleStep[]> {
  return db().$queryRaw<ArticleStep[]>`
    WITH asked AS MATERIALIZED (
      SELECT DISTINCT query."articleId" FROM "Query" query WHERE query.state <> 'closed' AND query."to" = 'editor'
    )
    SELECT 'pages' AS kind, article.id AS "articleId", max(watch.id) AS part, count(*)::int AS count,
      false AS "byClaims", NULL::timestamptz AS since
    FROM asked JOIN "Article" article ON article.id = asked."articleId"
    JOIN "PageWatch" watch ON watch."articleId" = article.id
    WHERE ${isAskedFor(actor, scope)} AND ${seenBySql(actor)}
      AND (${personIn(Prisma.sql`${actor.userId}`, 'checker')} OR ${mayLead(actor, scope)}) AND ${IS_UNSETTLED}
    GROUP BY article.id
    ${inOrder(scope, Prisma.sql`article.id`)}`
}
