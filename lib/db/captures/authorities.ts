import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import type { Prisma } from '../generated/client'

const shown = {
  id: true,
  name: true,
  address: true,
  certificates: true,
  addedAt: true,
} satisfies Prisma.StampAuthoritySelect

export type StampAuthority = Prisma.StampAuthorityGetPayload<{ select: typeof shown }>

/** The authorities at which the newsroom has its captures dated, in the order in which they were named. */
export function listAuthorities({ newsroomId }: Actor): Promise<StampAuthority[]> {
  return db().stampAuthority.findMany({
    where: { newsroomId, removedAt: null },
    select: shown,
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  })
}

/** One of them; null once it was removed. */
export function findAuthority({ newsroomId }: Actor, id: string): Promise<StampAuthority | null> {
  return db().stampAuthority.findFirst({
    where: { id, newsroomId, removedAt: null },
    select: shown,
  })
}

/** Whether the newsroom dates each capture as soon as it is kept. */
export async function isDatingCaptures({ newsroomId }: Actor): Promise<boolean> {
  const { dateCaptures } = await db().newsroom.findUniqueOrThrow({
    where: { id: newsroomId },
    select: { dateCaptures: true },
  })
  return dateCaptures
}

export async function insertAuthority(
  { newsroomId, userId }: Actor,
  authority: { name: string; address: string; certificates: string },
): Promise<string> {
  const { id } = await db().stampAuthority.create({
    data: { ...authority, newsroomId, addedById: userId },
    select: { id: true },
  })
  return id
}

/** Takes an authority off the list; the time stamps that it gave stay. */
export async function updateAuthorityRemoved({ newsroomId }: Actor, id: string): Promise<void> {
  await db().stampAuthority.update({ where: { id, newsroomId }, data: { removedAt: new Date() } })
}

export async function updateDateCaptures({ newsroomId }: Actor, every: boolean): Promise<void> {
  await db().newsroom.update({ where: { id: newsroomId }, data: { dateCaptures: every } })
}
