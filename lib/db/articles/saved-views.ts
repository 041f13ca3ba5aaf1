import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import type { Prisma } from '../generated/client'

/** Views that this person may use: their own, and those that are shared. */
const usedBy = ({ newsroomId, userId }: Actor): Prisma.SavedViewWhereInput => ({
  ...{ newsroomId, removedAt: null },
  OR: [{ ownedById: userId }, { isShared: true }],
})

const view = { id: true, name: true, query: true, isShared: true, ownedById: true } as const

/** The saved views that the actor may use, by name. */
export function listSavedViews(actor: Actor) {
  return db().savedView.findMany({
    where: usedBy(actor),
    select: view,
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  })
}

export type SavedView = Awaited<ReturnType<typeof listSavedViews>>[number]

export function findSavedView(actor: Actor, id: string): Promise<SavedView | null> {
  return db().savedView.findFirst({ where: { id, ...usedBy(actor) }, select: view })
}

export async function insertSavedView(
  { newsroomId, userId }: Actor,
  data: { name: string; query: string; isShared: boolean },
): Promise<string> {
  const { id } = await db().savedView.create({
    data: { ...data, newsroomId, ownedById: userId },
    select: { id: true },
  })
  return id
}

export async function updateSavedView(
  { newsroomId }: Actor,
  id: string,
  data: { name?: string; isShared?: boolean; removedAt?: Date },
): Promise<void> {
  await db().savedView.updateMany({ where: { id, newsroomId, removedAt: null }, data })
}
