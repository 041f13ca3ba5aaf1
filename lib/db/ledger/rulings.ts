import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

/** What was said of facts that exclude each other, the newest first. */
export function listRulings({ newsroomId }: Actor) {
  return db().factRuling.findMany({
    where: { newsroomId },
    orderBy: [{ ruledAt: 'desc' }, { id: 'desc' }],
  })
}

export async function insertRuling(
  { newsroomId, userId }: Actor,
  ruling: {
    oneId: string
    oneVersion: number
    otherId: string
    otherVersion: number
    holdsId: string | null
    reason: string
  },
): Promise<void> {
  await db().factRuling.create({ data: { ...ruling, newsroomId, ruledById: userId } })
}
