import type { SecondCheckPolicy } from '@/lib/domain/claims/second-check'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/vocabulary'
import { db, openSnapshot } from '../client'

/** Everyone who is or was in the newsroom, by name; those who were removed last. Programs are nobody. */
export async function listMembers(actor: Actor) {
  const members = await db().membership.findMany({
    where: { newsroomId: actor.newsroomId, user: { isProgram: false } },
    select: {
      userId: true,
      role: true,
      createdAt: true,
      removedAt: true,
      user: {
        select: { name: true, email: true, secondFactor: { select: { confirmedAt: true } } },
      },
    },
    orderBy: { user: { name: 'asc' } },
  })
  return members
    .map(({ user: { secondFactor, ...user }, ...member }) => ({
      ...member,
      ...user,
      hasSecondFactor: Boolean(secondFactor?.confirmedAt),
    }))
    .sort((a, b) => Number(a.removedAt !== null) - Number(b.removedAt !== null))
}

export type Member = Awaited<ReturnType<typeof listMembers>>[number]

/** The names of all who are or were in the newsroom, or of some of them, by user id; all are asked for once in a snapshot. */
export function findNames(actor: Actor, userIds?: readonly string[]): Promise<Map<string, string>> {
  const here = openSnapshot()
  const names = here && known.get(here)
  if (names) return names
  const asked = askNames(actor, here ? undefined : userIds)
  if (here) known.set(here, asked)
  return asked
}

const known = new WeakMap<object, Promise<Map<string, string>>>()

async function askNames(actor: Actor, userIds?: readonly string[]): Promise<Map<string, string>> {
  const some = userIds && { userId: { in: [...new Set(userIds)] } }
  const members = await db().membership.findMany({
    where: { newsroomId: actor.newsroomId, ...some },
    select: { userId: true, user: { select: { name: true } } },
  })
  return new Map(members.map(({ userId, user }) => [userId, user.name]))
}

/** A present member of the actor's newsroom; no program. */
export async function findMember(actor: Actor, userId: string) {
  const member = await db().membership.findFirst({
    where: { userId, newsroomId: actor.newsroomId, removedAt: null, user: { isProgram: false } },
    select: { userId: true, role: true, user: { select: { name: true, email: true } } },
  })
  if (!member) return null
  const { user, ...rest } = member
  return { ...rest, ...user }
}

/** How many present admins the newsroom has. */
export function countAdmins(actor: Actor): Promise<number> {
  return db().membership.count({
    where: { newsroomId: actor.newsroomId, role: 'admin', removedAt: null },
  })
}

export async function updateRole(actor: Actor, userId: string, role: Role): Promise<void> {
  await db().membership.updateMany({
    where: { userId, newsroomId: actor.newsroomId, removedAt: null },
    data: { role },
  })
}

/** Ends a membership with its tokens and every session of the person, so that open pages find nobody there. */
export async function updateRemoved(actor: Actor, userId: string): Promise<void> {
  await db().membership.updateMany({
    where: { userId, newsroomId: actor.newsroomId },
    data: { removedAt: new Date() },
  })
  await db().apiToken.updateMany({
    where: { userId, newsroomId: actor.newsroomId, revokedAt: null },
    data: { revokedAt: new Date() },
  })
  await db().session.updateMany({
    where: { userId, revokedAt: null },
    data: { revokedAt: new Date() },
  })
}

/** The newsroom's own settings. */
export function findNewsroom(actor: Actor) {
  return db().newsroom.findUnique({
    where: { id: actor.newsroomId },
    select: {
      name: true,
      timeZone: true,
      selfCheck: true,
      secondCheck: true,
      secondCheckRisks: true,
    },
  })
}

export interface NewsroomSettings extends SecondCheckPolicy {
  name: string
  /** An IANA time zone. */
  timeZone: string
  /** Whether writers may check their own claims. */
  selfCheck: boolean
}

/** Changes the newsroom's own settings. */
export async function updateNewsroom(
  actor: Actor,
  { secondCheckRisks, ...data }: NewsroomSettings,
): Promise<void> {
  await db().newsroom.update({
    where: { id: actor.newsroomId },
    data: { ...data, secondCheckRisks: [...secondCheckRisks] },
  })
}

/** Ends every log-in of a member, in whichever newsroom they are used. */
export async function updateSessionsOfMember(actor: Actor, userId: string): Promise<void> {
  await db().$executeRaw`
    WITH ended AS (
      UPDATE "Session" SET "revokedAt" = clock_timestamp()
      WHERE "userId" = ${userId} AND "revokedAt" IS NULL AND "userId" IN (
        SELECT "userId" FROM "Membership" WHERE "newsroomId" = ${actor.newsroomId} AND "removedAt" IS NULL
      )
      RETURNING id
    )
    SELECT pg_notify('gone', id)::text FROM ended`
}

/** Ends the actor's own log-ins, all of them or all but the one they are using. */
export async function updateSessionsRevoked(
  actor: Actor,
  { butThis }: { butThis: boolean },
): Promise<void> {
  await db().session.updateMany({
    where: {
      userId: actor.userId,
      revokedAt: null,
      ...(butThis && { id: { not: actor.sessionId } }),
    },
    data: { revokedAt: new Date() },
  })
}

export async function updatePassword(actor: Actor, passwordHash: string): Promise<void> {
  await db().user.update({ where: { id: actor.userId }, data: { passwordHash } })
}

export async function findPasswordHash(actor: Actor): Promise<string> {
  const { passwordHash } = await db().user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { passwordHash: true },
  })
  return passwordHash
}
