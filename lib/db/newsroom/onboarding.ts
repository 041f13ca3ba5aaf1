/** What stands before there is an actor: the first newsroom, and the way in by invitation. */

import type { Role } from '@/lib/domain/vocabulary'
import type { EventAuthor } from '../audit/log'
import { db } from '../client'

/** Whether there is any newsroom, or the one of that slug. */
export async function hasNewsroom(slug?: string): Promise<boolean> {
  return (await db().newsroom.count({ where: { ...(slug && { slug }) }, take: 1 })) > 0
}

/** The hash of the set-up code that was printed at start. */
export async function findSetupCode(): Promise<string | null> {
  return (await db().setupCode.findUnique({ where: { id: 1 } }))?.codeHash ?? null
}

/** The same; the row stays locked until the transaction closes. */
export async function lockSetupCode(): Promise<string | null> {
  const [row] = await db().$queryRaw<{ codeHash: string }[]>`
    SELECT "codeHash" FROM "SetupCode" WHERE id = 1 FOR UPDATE`
  return row?.codeHash ?? null
}

export async function deleteSetupCode(): Promise<void> {
  await db().setupCode.deleteMany({ where: { id: 1 } })
}

export function findUserByEmail(email: string) {
  return db().user.findUnique({ where: { email }, select: { id: true, passwordHash: true } })
}

/** A newsroom with its first admin. */
export async function insertNewsroom(
  newsroom: { name: string; slug: string; selfCheck: boolean },
  admin: { name: string; email: string; passwordHash: string },
): Promise<EventAuthor> {
  const { id: newsroomId } = await db().newsroom.create({ data: newsroom, select: { id: true } })
  const userId = await insertUser(admin)
  await insertMembership({ userId, newsroomId }, 'admin')
  return { userId, newsroomId }
}

export async function insertUser(user: {
  name: string
  email: string
  passwordHash: string
}): Promise<string> {
  const { id } = await db().user.create({ data: user, select: { id: true } })
  return id
}

/** Puts a person in a newsroom, or back into it. */
export async function insertMembership(
  { userId, newsroomId }: EventAuthor,
  role: Role,
): Promise<void> {
  await db().membership.upsert({
    where: { userId_newsroomId: { userId, newsroomId } },
    create: { userId, newsroomId, role },
    update: { role, removedAt: null },
  })
}

const invitation = {
  id: true,
  email: true,
  role: true,
  newsroomId: true,
  newsroom: { select: { name: true, slug: true } },
} as const

/** The invitation that a link opens, while it is open: not accepted, not withdrawn, not expired. */
export function findInvitationByToken(tokenHash: string) {
  return db().invitation.findFirst({
    where: { tokenHash, acceptedAt: null, withdrawnAt: null, expiresAt: { gt: new Date() } },
    select: invitation,
  })
}

/** Marks an invitation as used; false when somebody was quicker. */
export async function updateInvitationAccepted(id: string): Promise<boolean> {
  const { count } = await db().invitation.updateMany({
    where: { id, acceptedAt: null, withdrawnAt: null },
    data: { acceptedAt: new Date() },
  })
  return count === 1
}
