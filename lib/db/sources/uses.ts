import { standingBlind } from '@/lib/domain/claims/blind-check'
import { type ClaimStanding, countByStatus } from '@/lib/domain/claims/status'
import type { Actor } from '@/lib/domain/policy'
import type { Resting } from '@/lib/domain/sources/resting'
import { findHidden, idsHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { isSeen } from '../visibility'

/** How the claims stand that a source bears on, as far as the actor sees them and may know. */
export async function countUses(actor: Actor, sourceId: string) {
  const hidden = await findHidden(actor, hasEvidenceFrom(sourceId))
  const known = await db().$queryRaw<(ClaimStanding & { count: number })[]>`
    SELECT claim.status, CASE WHEN claim.claimant IS NOT NULL THEN '' END AS claimant,
      claim."saidVerdict", claim."soVerdict", count(*)::int AS count
    FROM "Claim" claim WHERE ${hasEvidenceFrom(sourceId)} AND ${isSeen(actor)}
      AND claim.id <> ALL (${idsHidden(hidden)})
    GROUP BY 1, 2, 3, 4`
  const blind = await db().claim.findMany({
    where: { id: { in: idsHidden(hidden) } },
    select: { id: true, status: true, claimant: true, saidVerdict: true, soVerdict: true },
  })
  return countByStatus([
    ...known,
    ...blind.map(({ id, ...claim }) => standingBlind(claim, hidden.get(id)?.hidden ?? [])),
  ])
}

/** What would be sent to recheck, or asked about, if a source fell: as far as the actor sees it, and whether there is more. */
export async function countResting(actor: Actor, sourceId: string): Promise<Resting> {
  const hidden = await findHidden(actor, hasEvidenceFrom(sourceId))
  const rows = await db().$queryRaw<(Omit<Resting, 'more'> & { seen: boolean })[]>`
    SELECT ${isSeen(actor)} AS seen, count(*)::int AS claims,
      count(DISTINCT article.id)::int AS articles,
      count(DISTINCT article.id) FILTER (WHERE article.state IN ('published', 'corrected', 'withdrawn'))::int AS out
    FROM "Claim" claim JOIN "Article" article ON article.id = claim."articleId"
    WHERE ${hasEvidenceFrom(sourceId)} AND claim.status <> 'cut'
      AND (claim."saidVerdict" IS NOT NULL OR claim."soVerdict" IS NOT NULL)
      AND claim.id <> ALL (${idsHidden(hidden)}) AND article."newsroomId" = ${actor.newsroomId}
    GROUP BY seen`
  const { claims, articles, out } = rows.find(({ seen }) => seen) ?? NOTHING
  return { claims, articles, out, more: rows.some(({ seen }) => !seen) }
}

const NOTHING = { claims: 0, articles: 0, out: 0 }

/** Whether the `claim` at hand has evidence from a source. */
const hasEvidenceFrom = (sourceId: string) => Prisma.sql`claim.id IN (
  SELECT evidence."claimId" FROM "Evidence" evidence
  WHERE evidence."sourceId" = ${sourceId} AND evidence."detachedAt" IS NULL)`
