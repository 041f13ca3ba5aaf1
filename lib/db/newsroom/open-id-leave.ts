import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

/** Whether people of the newsroom may log in by the installation's OpenID provider. */
export async function isOpenIdAllowed({ newsroomId }: Actor): Promise<boolean> {
  const { openIdAllowed } = await db().newsroom.findUniqueOrThrow({
    where: { id: newsroomId },
    select: { openIdAllowed: true },
  })
  return openIdAllowed
}

export async function updateOpenIdAllowed(
  { newsroomId }: Actor,
  openIdAllowed: boolean,
): Promise<void> {
  await db().newsroom.update({ where: { id: newsroomId }, data: { openIdAllowed } })
}

/** Forgets whose entries at a provider open the accounts of the newsroom's present members. */
export async function deleteOpenIdLinks({ newsroomId }: Actor): Promise<void> {
  const memberships = { some: { newsroomId, removedAt: null } }
  await db().openIdLink.deleteMany({ where: { user: { memberships } } })
}
