import { randomUUID } from 'node:crypto'
import { markClaim } from '@/lib/commands/claims/claims'
import { db, transaction } from '@/lib/db/client'
import { anchorAt } from '@/lib/domain/anchoring/anchor'
import type { Span } from '@/lib/domain/text/blocks'
import { spanOf, type TestArticle } from '@/lib/testing/fixtures/newsroom'

/**
 * Puts claims by the hundred into an article that has none, by their words or their places. Only the last is marked as
 * people do it, which counts them all; of the others the log tells nothing.
 */
export async function markMany(
  { articleId, text, by }: TestArticle,
  places: readonly (string | Span)[],
): Promise<void> {
  const spans = places.map((one) => (typeof one === 'string' ? spanOf(text, one) : one))
  const last = spans.pop()
  const revision = { articleId, number: 1 }
  const { id: revisionId } = await db().revision.findFirstOrThrow({ where: revision })
  const claims = spans.map((span, index) => ({ id: randomUUID(), number: index + 1, span }))
  await transaction(async () => {
    await db().claim.createMany({
      data: claims.map(({ id, number }) => ({
        ...{ id, articleId, number, createdById: by.userId },
        ...{ type: 'event' as const, risks: [] },
      })),
    })
    await db().anchor.createMany({
      data: claims.map(({ id, span }) => ({ ...anchorAt(text, span), claimId: id, revisionId })),
    })
    await db().article.update({
      where: { id: articleId },
      data: { claimCount: claims.length },
    })
  })
  await markClaim(by, { articleId, revision: 1, type: 'event', ...last })
}
