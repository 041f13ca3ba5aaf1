import type { ClaimStanding } from '@/lib/domain/claims/status'
import { CANDIDATES } from '@/lib/domain/earlier-checks/asked-terms'
import type { Actor } from '@/lib/domain/policy'
import type { Aspect, VerdictKind } from '@/lib/domain/vocabulary'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { PLANNED_ANEW } from '../prepared-statements'
import { isSeen } from '../visibility'
import { type Asked, holdingAll, holdingOf } from './asked-words'

/** A claim that may say the same, with what it is ranked by. */
export interface Candidate {
  id: string
  words: string
  headline: string
  language: string
}

/** What is not found by its words alone weighs more than any words. */
const BEFORE_ALL = 9

/**
 * Checked claims that hold some of the words: those that hold the most and rarest of them; of those that say the very same, however
 * common its words, and of those that are named, all.
 */
export async function readCandidates(
  actor: Actor,
  {
    but,
    words,
    asked,
    named,
  }: { but: string; words: string; asked: Asked; named: readonly string[] },
): Promise<Candidate[]> {
  const mine = Prisma.sql`entry.kind = 'claim' AND entry."newsroomId" = ${actor.newsroomId}
    AND entry.id <> ${but} AND ${isSeen(actor, Prisma.sql`entry."articleId"`)}`
  const from = holdingOf(asked).map(
    ({ which, weight }) => Prisma.sql`(
      SELECT entry.id, entry.words, entry."articleId", ${weight} AS weight FROM "SearchEntry" entry
      WHERE ${which} AND ${mine} ORDER BY weight DESC LIMIT ${CANDIDATES})`,
  )
  const whole = holdingAll(asked)
  const wanted = [
    ...(whole ? [Prisma.sql`${whole} AND lower(entry.words) = lower(${words})`] : []),
    ...(named.length > 0 ? [Prisma.sql`entry.id = ANY (${[...named]})`] : []),
  ]
  for (const which of wanted) {
    from.push(Prisma.sql`(
      SELECT entry.id, entry.words, entry."articleId", ${BEFORE_ALL}::float8 AS weight FROM "SearchEntry" entry
      WHERE ${which} AND ${mine} LIMIT ${CANDIDATES})`)
  }
  if (from.length === 0) return []
  return db().$queryRaw<Candidate[]>`
    WITH found AS MATERIALIZED (
      SELECT DISTINCT ON (id) id, words, "articleId", weight FROM (${Prisma.join(from, ' UNION ALL ')}) AS either
      ORDER BY id, weight DESC
    )
    SELECT claim.id, found.words, article.headline, article.language
    FROM found JOIN "Claim" claim ON claim.id = found.id JOIN "Article" article ON article.id = claim."articleId"
    WHERE claim.status <> 'cut' AND (claim."saidVerdict" IS NOT NULL OR claim."soVerdict" IS NOT NULL)
    ORDER BY found.weight DESC, claim.id LIMIT ${CANDIDATES} ${Prisma.raw(PLANNED_ANEW)}`
}

/** A claim as it is offered. */
export interface Offered extends ClaimStanding {
  id: string
  number: number
  slug: string
  evidence: number
  /** The newest verdict of each aspect, second checks aside, newest first. */
  given: { aspect: Aspect; verdict: VerdictKind; givenById: string; givenAt: string }[]
}

/** What is shown of claims that were just found for this actor. */
export function readOffered(actor: Actor, ids: readonly string[]): Promise<Offered[]> {
  return db().$queryRaw<Offered[]>`
    SELECT claim.id, claim.number, claim.status, claim.claimant, claim."saidVerdict", claim."soVerdict", article.slug,
      (SELECT count(*)::int FROM "Evidence" evidence
        WHERE evidence."claimId" = claim.id AND evidence."detachedAt" IS NULL) AS evidence,
      (SELECT coalesce(jsonb_agg(jsonb_build_object('aspect', newest.aspect, 'verdict', newest.verdict,
          'givenById', newest."givenById", 'givenAt', newest."givenAt") ORDER BY newest."givenAt" DESC), '[]')
        FROM (SELECT DISTINCT ON (verdict.aspect) verdict.* FROM "Verdict" verdict
          WHERE verdict."claimId" = claim.id AND verdict."check" <> 'second'
          ORDER BY verdict.aspect, verdict."givenAt" DESC, verdict.id DESC) AS newest) AS given
    FROM "Claim" claim JOIN "Article" article ON article.id = claim."articleId"
    WHERE claim.id = ANY (${[...ids]}) AND article."newsroomId" = ${actor.newsroomId}`
}

/** The words of claims as they are now, whoever may see them: only to tell whether an answer about them still holds. */
export async function readWordsNow(
  { newsroomId }: Actor,
  ids: readonly string[],
): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db().searchEntry.findMany({
    where: { kind: 'claim', newsroomId, id: { in: [...ids] } },
    select: { id: true, words: true },
  })
  return new Map(rows.map(({ id, words }) => [id, words]))
}
