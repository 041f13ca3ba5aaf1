import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

/** The actor's log-ins that are open, the one that was used last first. */
export async function listLogIns(actor: Actor) {
  const rows = await db().session.findMany({
    where: { userId: actor.userId, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, device: true, address: true, createdAt: true, lastUsedAt: true },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
  })
  return rows.map((row) => ({ ...row, isThis: row.id === actor.sessionId }))
}

/** An open log-in of the actor's own, with whose it is. */
export function findLogIn(actor: Actor, id: string) {
  return db().session.findFirst({
    where: { id, userId: actor.userId, revokedAt: null, expiresAt: { gt: new Date() } },
    select: { id: true, userId: true, device: true },
  })
}

/** Notes that the actor showed at this log-in who they are. */
export async function updateSessionConfirmed({ sessionId: id, userId }: Actor): Promise<void> {
  await db().session.updateMany({ where: { id, userId }, data: { confirmedAt: new Date() } })
}
