import type { Actor } from '@/lib/domain/policy'
import { db } from './client'
import type { Prisma } from './generated/client'

/** What a form answered when it was sent before by the same person; undefined when it was not. */
export async function findReceipt(
  actor: Actor,
  id: string,
): Promise<{ output: unknown } | undefined> {
  const receipt = await db().formReceipt.findFirst({
    where: { id, userId: actor.userId, newsroomId: actor.newsroomId },
    select: { output: true },
  })
  return receipt ?? undefined
}

export async function insertReceipt(actor: Actor, id: string, output: unknown): Promise<void> {
  await db().formReceipt.create({
    data: {
      id,
      userId: actor.userId,
      newsroomId: actor.newsroomId,
      ...(output !== undefined && { output: output as Prisma.InputJsonValue }),
    },
  })
}
