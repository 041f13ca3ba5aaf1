import type { Actor } from '@/lib/domain/policy'
import { db } from './client'

/** What a form answered when it was sent before by the same person; undefined when it was not. */
export async function findIdempotencyKey(
  actor: Actor,
  id: string,
): Promise<{ output: unknown } | undefined> {
  const receipt = await db().formReceipt.findFirst({
    where: { id, userId: actor.userId, newsroomId: actor.newsroomId },
    select: { output: true },
  })
  return receipt ?? undefined
}
