import type { Sort } from '@/lib/domain/articles/list-filter'
import { standingBlind } from '@/lib/domain/claims/blind-check'
import { type ClaimStanding, needsWork } from '@/lib/domain/claims/status'
import type { Actor } from '@/lib/domain/policy'
import { findHidden } from '../claims/hidden-verdicts'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { seenBy } from '../visibility'
import { listPlaces, type Wanted } from './article-places'
import { findSummaries } from './article-summaries'

/** Claims that stand alike: how many there are, and how many of them the actor can go on checking now. */
export interface AlikeClaims extends ClaimStanding {
  count: number
  todo: number
}

/**
 * A page of the articles that are wanted and that the actor sees: those in work by their deadline, theirs first, then those that
 * are out, newest first, unless another order is asked for; with `next`, from which the following page is asked for, if
 * there is one. Those in the archive are listed when they are asked for, and then alone.
 */
export async function listArticles(
  actor: Actor,
  {
    sort = 'mine',
    after = '',
    take = 30,
    ...wanted
  }: Wanted & { sort?: Sort; after?: string; take?: number } = {},
) {
  const { places, next } = await listPlaces(actor, { ...wanted, sort, after, take })
  const ids = places.map(({ id }) => id)
  const [found, claims] = await Promise.all([findSummaries(actor, ids), countClaims(actor, ids)])
  const articles = places.flatMap(({ id, group }) => {
    const article = found.get(id)
    return article ? [{ ...article, group, claims: claims.get(id) ?? [] }] : []
  })
  return { articles, next }
}

export type ListedArticle = Awaited<ReturnType<typeof listArticles>>['articles'][number]

/** How many claims of each article stand how, as far as the actor may know; those that were cut are not counted. */
async function countClaims(
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, AlikeClaims[]>> {
  const hidden = await findHidden(actor, Prisma.sql`claim."articleId" = ANY (${[...ids]})`)
  const blind = [...hidden].flatMap(([id, claim]) => (claim.hidden.length > 0 ? id : []))
  const rows = await db().$queryRaw<(AlikeClaims & { articleId: string })[]>`
    SELECT "articleId", status, CASE WHEN claimant IS NOT NULL THEN '' END AS claimant,
      "saidVerdict", "soVerdict", count(*)::int AS count,
      count(*) FILTER (
        WHERE "assigneeId" = ${actor.userId} AND status IN ('unchecked', 'in_progress', 'recheck')
      )::int AS todo
    FROM "Claim" WHERE "articleId" = ANY (${[...ids]}) AND status <> 'cut' AND id <> ALL (${blind})
    GROUP BY "articleId", status, claimant IS NOT NULL, "saidVerdict", "soVerdict"`
  const others = await db().claim.findMany({
    where: { id: { in: blind }, status: { not: 'cut' }, article: seenBy(actor) },
    select: {
      ...{ id: true, articleId: true, assigneeId: true, claimant: true },
      ...{ status: true, saidVerdict: true, soVerdict: true },
    },
  })
  const known = others.map(({ id, articleId, assigneeId, ...claim }) => {
    const standing = standingBlind(claim, hidden.get(id)?.hidden ?? [])
    const isTodo = assigneeId === actor.userId && needsWork(standing)
    return { ...standing, articleId, count: 1, todo: Number(isTodo) }
  })
  const counts = new Map<string, AlikeClaims[]>(ids.map((id) => [id, []]))
  for (const { articleId, ...alike } of [...rows, ...known]) counts.get(articleId)?.push(alike)
  return counts
}
