import type { Actor } from '@/lib/domain/policy'
/** What claims wait for, in the articles that are to be signed: alike ones together. SQL may find too much here, never too little. */

import type { WorkStatus } from '@/lib/domain/vocabulary'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { EACH, idsOf, inOrder, personIn, type Scope, unsignedArticles, wrote } from './scope'

/** Claims of an article that stand alike and are somebody’s alike. */
export interface AlikeClaims {
  articleId: string
  kind: 'check' | 'chase' | 'place'
  assigneeId: string | null
  /** In the order of their numbers. */
  ids: string[]
  /** Their numbers, with a mark where one is to be checked again. */
  parts: string[]
  since: Date
}

/**
 * Claims that are not checked, that wait for somebody else, or that have no place in the newest text: those that are the
 * actor’s, or may be because whoever has them cannot check them. What waits for the writer with a query is the writer’s.
 */
export async function listOpenClaimsFor(actor: Actor, scope: Scope): Promise<AlikeClaims[]> {
  return db().$queryRaw<AlikeClaims[]>`
    WITH article AS MATERIALIZED ${unsignedArticles(actor, scope)}
    SELECT article.id AS "articleId", kind, claim."assigneeId",
      array_agg(claim.number || CASE claim.status WHEN 'recheck' THEN 'r' ELSE '' END
        ORDER BY claim.number) AS parts,
      array_agg(claim.id ORDER BY claim.number) AS ids, min(claim."createdAt") AS since
    FROM article JOIN "Claim" claim ON claim."articleId" = article.id AND claim.status IN (${OPEN_STATUSES})
    CROSS JOIN LATERAL (SELECT CASE
      WHEN ${IS_LOST} THEN 'place'
      WHEN claim.status IN ('waiting_writer', 'waiting_source') THEN 'chase'
      ELSE 'check' END AS kind) standing
    WHERE (claim."assigneeId" = ${actor.userId} OR ${isFree(actor, scope)} AND (
        article."isChecked" OR article."isLed" AND ${isUnchecked(actor, scope)}))
      AND NOT (kind = 'chase' AND claim.status = 'waiting_writer' AND EXISTS (
        SELECT FROM "Query" asked WHERE asked."claimId" = claim.id
          AND asked.state = 'open' AND asked."to" = 'writer' ${EACH}))
    GROUP BY article.id, article.state, article.deadline, article."createdAt", kind, claim."assigneeId"
    ${inOrder(scope, Prisma.sql`min(claim.number)`)}`
}

/** Claims of which the check is not done. */
export const OPEN_STATUSES = Prisma.raw(
  (
    [
      'unchecked',
      'in_progress',
      'recheck',
      'waiting_writer',
      'waiting_source',
    ] satisfies WorkStatus[]
  )
    .map((status) => `'${status}'`)
    .join(', '),
)

/** Whether the claim at hand could not be carried into the newest text, and nobody has placed it there. */
const IS_LOST = Prisma.sql`(EXISTS (
    SELECT FROM "Unplaced" lost
    WHERE lost."claimId" = claim.id AND lost."revisionId" = article."newestId" ${EACH}
  ) AND NOT EXISTS (
    SELECT FROM "Anchor" anchor
    WHERE anchor."claimId" = claim.id AND anchor."revisionId" = article."newestId" ${EACH}))`

/** Whether nobody has the claim at hand, or somebody who may not be able to check it. */
function isFree(actor: Actor, scope: Scope): Prisma.Sql {
  const { editors, working } = idsOf(scope)
  const has = Prisma.sql`claim."assigneeId"`
  return Prisma.sql`(${has} IS NULL OR ${has} <> ALL (${working})
    OR ${has} <> ALL (${editors}) AND NOT ${checksHere(actor, has)}
    ${actor.selfCheck ? Prisma.empty : Prisma.sql`OR ${wrote(has)}`})`
}

/** Whether the `article` at hand may have nobody who checks it. */
function isUnchecked(actor: Actor, scope: Scope): Prisma.Sql {
  const { working } = idsOf(scope)
  const { selfCheck } = actor
  return Prisma.sql`NOT EXISTS (
    SELECT FROM "ArticlePerson" checker
    WHERE checker."articleId" = article.id AND checker."userId" = ANY (${working})
      ${selfCheck ? Prisma.empty : Prisma.sql`AND checker.part = 'checker' AND NOT ${wrote(Prisma.sql`checker."userId"`)}`} ${EACH})`
}

const checksHere = (actor: Actor, who: Prisma.Sql) =>
  actor.selfCheck ? personIn(who) : personIn(who, 'checker')

/** A checked claim that is not done with. */
export interface DoubtfulClaim {
  id: string
  number: number
  articleId: string
  assigneeId: string | null
  kind: 'place' | 'unsafe' | 'secondary' | 'frame'
  since: Date
}

/**
 * Checked claims that lost their place, were found not safe as printed, rest on secondary support only, or were checked
 * with other words around them, where nobody accepted that by name since the last verdict.
 */
export function listDoubtfulClaimsFor(actor: Actor, scope: Scope): Promise<DoubtfulClaim[]> {
  const doubt = (kind: DoubtfulClaim['kind'], which: Prisma.Sql) => Prisma.sql`
    SELECT claim.id, claim.number, claim."articleId", claim."assigneeId", ${kind}::text AS kind,
      article."newestAt" AS since, article.state, article.deadline, article."createdAt"
    FROM article JOIN "Claim" claim ON claim."articleId" = article.id
    WHERE claim.status = 'checked' AND ${which}`
  const led = (which: Prisma.Sql) => Prisma.sql`article."isLed" AND ${which}`
  return db().$queryRaw<DoubtfulClaim[]>`
    WITH article AS MATERIALIZED ${unsignedArticles(actor, scope)}, doubt AS (
      ${doubt('place', Prisma.sql`claim.id IN (SELECT "claimId" FROM "Unplaced" WHERE "revisionId" = article."newestId") AND ${IS_LOST}`)}
      UNION ALL ${doubt('frame', Prisma.sql`claim."frameAfter" <> ''`)}
      UNION ALL ${doubt('unsafe', led(Prisma.sql`${IS_UNSAFE} AND ${isUnaccepted('not_safe')}`))}
      UNION ALL ${doubt('secondary', led(Prisma.sql`${IS_SECONDARY} AND ${isUnaccepted('secondary_support')}`))}
    )
    SELECT article.id AS "articleId", article.doubtful AS id, article.number, article."assigneeId",
      article.kind, article.since
    FROM (
      SELECT "articleId" AS id, doubt.id AS doubtful, number, "assigneeId", kind, since, state,
        deadline, "createdAt"
      FROM doubt
    ) article
    ${inOrder(scope, Prisma.sql`article.number, article.kind`)}`
}

const UNSAFE = Prisma.sql`('ok_with_change', 'incorrect', 'misleading', 'cannot_be_stood_up', 'disputed')`

/** Found not safe, while nobody suggests what would mend it: a suggestion waits by itself. */
const IS_UNSAFE = Prisma.sql`(
  (claim."soVerdict" IN ${UNSAFE} OR claim."saidVerdict" IN ${UNSAFE})
  AND (claim.claimant IS NOT NULL OR claim."soVerdict" IN ${UNSAFE})
  AND NOT EXISTS (SELECT FROM "Suggestion" made
    WHERE made."claimId" = claim.id AND made.state IN ('undecided', 'accepted')))`

/** Whether a question of the claim is supported, and by nothing primary; whether that was waived for these words is for the rule to say. */
const IS_SECONDARY = Prisma.sql`EXISTS (
  SELECT FROM unnest(CASE WHEN claim.claimant IS NULL THEN '{so}' ELSE '{said,so}' END::"Aspect"[]) AS question
  WHERE (CASE question WHEN 'said' THEN claim."saidVerdict" ELSE claim."soVerdict" END)
      IN ('confirmed', 'ok_with_change')
    AND (
      SELECT bool_and(evidence.directness <> 'primary') FROM "Evidence" evidence
      WHERE evidence."claimId" = claim.id AND evidence."detachedAt" IS NULL
        AND evidence.stance = 'supports' AND (evidence.aspect IS NULL OR evidence.aspect = question)))`

const isUnaccepted = (kind: 'not_safe' | 'secondary_support') => Prisma.sql`NOT EXISTS (
  SELECT FROM "Acceptance" accepted
  WHERE accepted."articleId" = claim."articleId" AND accepted."claimId" = claim.id
    AND accepted.kind = ${kind}::"OpenItemKind" AND accepted."withdrawnAt" IS NULL
    AND NOT EXISTS (SELECT FROM "Verdict" given
      WHERE given."claimId" = claim.id AND given."givenAt" > accepted."acceptedAt"))`
