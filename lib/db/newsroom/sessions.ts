/** Log-ins, and the look-up that turns one into a place in a newsroom. */

import type { EventAuthor } from '../audit/log'
import { db } from '../client'
import { Prisma } from '../generated/client'

/** How long a log-in lasts, in seconds. */
export const SESSION_SECONDS = 14 * 24 * 3600

/** Opens a log-in, and notes on what device and from what network address. */
export async function insertSession(
  userId: string,
  from: { device: string; address: string } = { device: '', address: '' },
): Promise<string> {
  const { id } = await db().session.create({
    data: { userId, ...from, expiresAt: new Date(Date.now() + SESSION_SECONDS * 1000) },
    select: { id: true },
  })
  return id
}

/** Ends a log-in, and tells its open event streams. */
export async function updateSessionRevoked(id: string): Promise<void> {
  await db().$queryRaw`
    WITH ended AS (
      UPDATE "Session" SET "revokedAt" = clock_timestamp() WHERE id = ${id} AND "revokedAt" IS NULL
      RETURNING id
    )
    SELECT pg_notify('gone', id)::text FROM ended`
}

const live = () => ({ revokedAt: null, expiresAt: { gt: new Date() } })

/**
 * The place in a newsroom of whoever logged in, while both the log-in and the membership hold. The same statement notes
 * that the log-in is used, at most every five minutes.
 */
export async function findPlace(sessionId: string, newsroomSlug: string) {
  const [place] = await db().$queryRaw<{ place: Place }[]>`
    WITH used AS (
      UPDATE "Session" SET "lastUsedAt" = now()
      WHERE id = ${sessionId} AND "revokedAt" IS NULL AND "lastUsedAt" < now() - interval '5 minutes'
    )
    SELECT ${placeOf(Prisma.sql`session."confirmedAt"`)} AS place
    FROM "Session" session
    JOIN "User" person ON person.id = session."userId"
    JOIN "Membership" membership ON membership."userId" = person.id
    JOIN "Newsroom" newsroom ON newsroom.id = membership."newsroomId"
    WHERE session.id = ${sessionId} AND session."revokedAt" IS NULL
      AND session."expiresAt" > ${new Date()}
      AND newsroom.slug = ${newsroomSlug} AND membership."removedAt" IS NULL`
  return place?.place ?? null
}

/** The place in a newsroom of whoever asked for a job, while it runs and they are a member. */
export async function findPlaceOfJob(jobId: string) {
  const [place] = await db().$queryRaw<{ place: Place }[]>`
    SELECT ${placeOf(Prisma.sql`NULL`)} AS place
    FROM "Job" job
    JOIN "User" person ON person.id = job."askedById"
    JOIN "Newsroom" newsroom ON newsroom.id = job."newsroomId"
    JOIN "Membership" membership ON membership."userId" = person.id
      AND membership."newsroomId" = newsroom.id
    WHERE job.id = ${jobId} AND job.state = 'running' AND membership."removedAt" IS NULL`
  return place?.place ?? null
}

/** The token of which this is the SHA-256 (hex), whether or not it still opens anything; null where there is none. */
export function findTokenByHash(tokenHash: string) {
  return db().apiToken.findUnique({
    where: { tokenHash },
    select: {
      ...{ id: true, name: true, scopes: true, expiresAt: true, revokedAt: true, lastUsedAt: true },
    },
  })
}

/**
 * The place in a newsroom in which a token acts, while it opens anything and whoever it is of is a member. Whoever made it showed who
 * they are, and what it may do is what it was made for.
 */
export async function findPlaceOfToken(id: string) {
  const [place] = await db().$queryRaw<{ place: Place }[]>`
    SELECT ${placeOf(Prisma.sql`now()`)} AS place
    FROM "ApiToken" token
    JOIN "User" person ON person.id = token."userId"
    JOIN "Newsroom" newsroom ON newsroom.id = token."newsroomId"
    JOIN "Membership" membership ON membership."userId" = person.id
      AND membership."newsroomId" = newsroom.id
    WHERE token.id = ${id} AND token."revokedAt" IS NULL AND token."expiresAt" > ${new Date()}
      AND membership."removedAt" IS NULL`
  return place?.place ?? null
}

/** The place of somebody in a newsroom, while they are a member. */
export async function findPlaceOfMember({ userId, newsroomId }: EventAuthor) {
  const [place] = await db().$queryRaw<{ place: Place }[]>`
    SELECT ${placeOf(Prisma.sql`NULL`)} AS place
    FROM "Membership" membership
    JOIN "User" person ON person.id = membership."userId"
    JOIN "Newsroom" newsroom ON newsroom.id = membership."newsroomId"
    WHERE membership."userId" = ${userId} AND membership."newsroomId" = ${newsroomId}
      AND membership."removedAt" IS NULL`
  return place?.place ?? null
}

/** The places of whoever has this address (in lower case), in every newsroom of which they are a member. */
export async function listPlacesOfAddress(email: string) {
  const rows = await db().$queryRaw<{ place: Place }[]>`
    SELECT ${placeOf(Prisma.sql`NULL`)} AS place
    FROM "User" person
    JOIN "Membership" membership ON membership."userId" = person.id
    JOIN "Newsroom" newsroom ON newsroom.id = membership."newsroomId"
    WHERE person.email = ${email} AND membership."removedAt" IS NULL
    ORDER BY newsroom.slug`
  return rows.map(({ place }) => place)
}

/** Notes that a token is being used. */
export async function updateTokenUsed(id: string): Promise<void> {
  await db().apiToken.updateMany({ where: { id }, data: { lastUsedAt: new Date() } })
}

const placeOf = (confirmedAt: Prisma.Sql) => Prisma.sql`json_build_object(
  'role', membership.role,
  'confirmedAt', ${confirmedAt},
  'lacksSecondFactor', newsroom."secondFactorRequired" AND NOT EXISTS (
    SELECT 1 FROM "SecondFactor" factor
    WHERE factor."userId" = person.id AND factor."confirmedAt" IS NOT NULL
  ),
  'user', json_build_object('id', person.id, 'name', person.name, 'email', person.email, 'isProgram', person."isProgram"),
  'newsroom', json_build_object(
    'id', newsroom.id, 'slug', newsroom.slug, 'name', newsroom.name,
    'selfCheck', newsroom."selfCheck", 'secondCheck', newsroom."secondCheck",
    'secondCheckRisks', newsroom."secondCheckRisks",
    'timeZone', newsroom."timeZone", 'auditSeq', newsroom."auditSeq"
  )
)`

type Place = {
  lacksSecondFactor: boolean
  /** ISO 8601. */
  confirmedAt: string | null
} & Prisma.MembershipGetPayload<{
  select: {
    role: true
    user: { select: { id: true; name: true; email: true; isProgram: true } }
    newsroom: {
      select: {
        id: true
        slug: true
        name: true
        selfCheck: true
        secondCheck: true
        secondCheckRisks: true
        timeZone: true
        auditSeq: true
      }
    }
  }
}>

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

const LOCKOUT_MINUTES = 15

/** How many wrong tries each of these may have in a quarter of an hour: an account, a device, a network. */
export type Attempts = Readonly<Record<string, number>>

/** Wrong passwords that an account or a device may have in that time. */
export const MAX_ATTEMPTS = 10

/** The tries of somebody who is logged in at the password that they have now: whoever found their browser open guesses too. */
export const ownAttempts = (userId: string): Attempts => ({ [`person:${userId}`]: MAX_ATTEMPTS })

/** An account by itself. */
export const accountAttempts = (email: string): Attempts => ({ [`account:${email}`]: MAX_ATTEMPTS })

/** Wrong passwords and links that a network may send in that time: a whole newsroom may stand behind one address. */
const OF_A_NETWORK = 50

/** A network, as `networkOf` names it; none where nobody knows it. */
export const networkAttempts = (network: string): Attempts =>
  network ? { [`network:${network}`]: OF_A_NETWORK } : {}

/**
 * Counts a try against each before the password is looked at; answers with the ids under which it was counted, or null
 * where one of them has had so many that it rests. Of many tries at once each is counted first, so none slips past.
 */
export async function countTry(tries: Attempts): Promise<string[] | null> {
  const ids = await insertLoginFailures(tries)
  if (!(await isLockedOut(tries))) return ids
  // One that was not looked at does not make the rest longer.
  await db().loginFailure.deleteMany({ where: { id: { in: ids } } })
  return null
}

async function isLockedOut(tries: Attempts): Promise<boolean> {
  const since = new Date(Date.now() - LOCKOUT_MINUTES * 60_000)
  const counted = await db().loginFailure.groupBy({
    by: ['key'],
    where: { key: { in: Object.keys(tries) }, at: { gt: since } },
    _count: true,
  })
  return counted.some(({ key, _count }) => _count > (tries[key] ?? 0))
}

async function insertLoginFailures(tries: Attempts): Promise<string[]> {
  const rows = await db().loginFailure.createManyAndReturn({
    data: Object.keys(tries).map((key) => ({ key })),
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** The try was right after all: forgets it, and all that were wrong before of this account, device or person. */
export async function deleteLoginFailures(
  ids: readonly string[],
  of: readonly string[],
): Promise<void> {
  const where = { OR: [{ id: { in: [...ids] } }, { key: { in: [...of] } }] }
  await db().loginFailure.deleteMany({ where })
}
