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
  isProgram?: boolean
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

/** The link for a new password that a secret opens, while it is open: not used, not replaced, not expired. */
export async function findPasswordLinkByToken(tokenHash: string) {
  const link = await db().passwordLink.findFirst({
    where: { tokenHash, usedAt: null, closedAt: null, expiresAt: { gt: new Date() } },
    select: {
      ...{ id: true, newsroomId: true, userId: true, byMail: true },
      newsroom: { select: { name: true } },
      user: {
        select: {
          email: true,
          memberships: { where: { removedAt: null }, select: { newsroomId: true } },
        },
      },
    },
  })
  if (!link) return null
  const { user, newsroom, ...rest } = link
  // Of somebody who is a member where it was made and, since a password opens all of them, nowhere else: unless nobody but
  // themselves was given it.
  const { memberships, email } = user
  const isHere = memberships.some(({ newsroomId }) => newsroomId === link.newsroomId)
  const isTheirs = isHere && (link.byMail || memberships.length === 1)
  return isTheirs ? { ...rest, newsroom: newsroom.name, email } : null
}

/** The newsrooms that whoever has this address belongs to now, the first that they joined first. */
export function listPlacesOf(email: string): Promise<EventAuthor[]> {
  return db().membership.findMany({
    where: { removedAt: null, user: { email } },
    select: { userId: true, newsroomId: true },
    orderBy: { createdAt: 'asc' },
  })
}

/** Marks a link for a new password as used; false when somebody was quicker. */
export async function updatePasswordLinkUsed(id: string): Promise<boolean> {
  const { count } = await db().passwordLink.updateMany({
    where: { id, usedAt: null, closedAt: null },
    data: { usedAt: new Date() },
  })
  return count === 1
}

/** The hash of a person's password; until the transaction closes nobody else changes it, or joins by it. */
export async function lockPasswordHash(userId: string): Promise<string | null> {
  const [row] = await db().$queryRaw<{ passwordHash: string }[]>`
    SELECT "passwordHash" FROM "User" WHERE id = ${userId} FOR UPDATE`
  return row?.passwordHash ?? null
}

/** Gives a person another password and ends all their log-ins. */
export async function updatePasswordOf(userId: string, passwordHash: string): Promise<void> {
  await db().user.update({ where: { id: userId }, data: { passwordHash } })
  await db().session.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date() },
  })
}

/** Everybody who has an account, with each newsroom they are or were in, by address. For whoever runs Stet alone. */
export async function listAccounts() {
  const rows = await db().membership.findMany({
    select: {
      ...{ userId: true, newsroomId: true, role: true, removedAt: true },
      user: { select: { email: true, name: true } },
      newsroom: { select: { name: true } },
    },
    orderBy: [{ user: { email: 'asc' } }, { newsroom: { name: 'asc' } }],
  })
  return rows.map(({ user, newsroom, removedAt, ...row }) => ({
    ...{ ...row, ...user, newsroom: newsroom.name, isGone: removedAt !== null },
  }))
}
