/** Log-ins, and the look-up that turns one into a place in a newsroom. */

import { db } from '../client'

/** How long a log-in lasts, in seconds. */
export const SESSION_SECONDS = 14 * 24 * 3600

export async function insertSession(userId: string): Promise<string> {
  const { id } = await db().session.create({
    data: { userId, expiresAt: new Date(Date.now() + SESSION_SECONDS * 1000) },
    select: { id: true },
  })
  return id
}

export async function updateSessionRevoked(id: string): Promise<void> {
  await db().session.updateMany({ where: { id, revokedAt: null }, data: { revokedAt: new Date() } })
}

const live = () => ({ revokedAt: null, expiresAt: { gt: new Date() } })

/** The place in a newsroom of whoever logged in, while both the log-in and the membership hold. */
export async function findPlace(sessionId: string, newsroomSlug: string) {
  return db().membership.findFirst({
    where: {
      removedAt: null,
      newsroom: { slug: newsroomSlug },
      user: { sessions: { some: { id: sessionId, ...live() } } },
    },
    select: {
      role: true,
      user: { select: { id: true, name: true, email: true } },
      newsroom: {
        select: {
          id: true,
          slug: true,
          name: true,
          selfCheck: true,
          secondCheck: true,
          secondCheckRisks: true,
          auditSeq: true,
        },
      },
    },
  })
}

/** Who logged in, and the newsrooms that they belong to; null once the log-in has ended. */
export async function findLogin(sessionId: string) {
  return db().session.findFirst({
    where: { id: sessionId, ...live() },
    select: {
      user: {
        select: {
          id: true,
          name: true,
          memberships: {
            where: { removedAt: null },
            select: { newsroom: { select: { slug: true, name: true } } },
            orderBy: { createdAt: 'asc' },
          },
        },
      },
    },
  })
}

const RESTING_MINUTES = 15
export const TRIES = 10

/** Whether an address has been tried so often that it rests for a quarter of an hour. */
export async function isResting(email: string): Promise<boolean> {
  const since = new Date(Date.now() - RESTING_MINUTES * 60_000)
  return (await db().loginFailure.count({ where: { email, at: { gt: since } } })) >= TRIES
}

export async function insertLoginFailure(email: string): Promise<void> {
  await db().loginFailure.create({ data: { email } })
}

export async function deleteLoginFailures(email: string): Promise<void> {
  await db().loginFailure.deleteMany({ where: { email } })
}
