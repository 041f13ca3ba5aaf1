import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

/** The hosts inside the house's own network that an admin let Stet ask; without a port on the usual ones. */
export async function listAllowedHosts({ newsroomId }: Actor) {
  const rows = await db().allowedHost.findMany({
    where: { newsroomId, removedAt: null },
    select: { id: true, host: true, port: true },
    orderBy: [{ host: 'asc' }, { port: 'asc' }],
  })
  return rows.map(({ port, ...row }) => ({ ...row, port: port || undefined }))
}

export type AllowedHost = Awaited<ReturnType<typeof listAllowedHosts>>[number]

/** @param port 0 for the usual ones */
export async function insertAllowedHost(
  actor: Actor,
  host: { host: string; port: number },
): Promise<void> {
  const { newsroomId, userId } = actor
  await db().allowedHost.create({ data: { ...host, newsroomId, addedById: userId } })
}

export async function updateAllowedHostRemoved(actor: Actor, id: string): Promise<void> {
  await db().allowedHost.updateMany({
    where: { id, newsroomId: actor.newsroomId },
    data: { removedAt: new Date() },
  })
}
