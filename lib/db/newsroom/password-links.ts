import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

/** Whether a present member of the actor's newsroom belongs to another one too. */
export async function isElsewhere(actor: Actor, userId: string): Promise<boolean> {
  const others = await db().membership.count({
    where: { userId, removedAt: null, newsroomId: { not: actor.newsroomId } },
  })
  return others > 0
}

export async function insertPasswordLink(
  actor: Pick<Actor, 'userId' | 'newsroomId'>,
  data: { userId: string; tokenHash: string; expiresAt: Date; byMail?: boolean },
): Promise<void> {
  await db().passwordLink.create({
    data: { ...data, newsroomId: actor.newsroomId, madeById: actor.userId },
  })
}

/** Makes useless what is still open for a member, so that only the newest link works, and none after another change. */
export async function updatePasswordLinksClosed(
  actor: Pick<Actor, 'newsroomId'>,
  userId: string,
): Promise<void> {
  await db().passwordLink.updateMany({
    where: { userId, newsroomId: actor.newsroomId, usedAt: null, closedAt: null },
    data: { closedAt: new Date() },
  })
}
