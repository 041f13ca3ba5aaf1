import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { sourcesSeenBy } from '../sources/sources'

const shown = {
  id: true,
  captureId: true,
  sha256: true,
  state: true,
  says: true,
  attempts: true,
  datedAt: true,
  askedAt: true,
  triedAt: true,
  authority: { select: { id: true, name: true, removedAt: true } },
} satisfies Prisma.TimeStampSelect

export type TimeStamp = Prisma.TimeStampGetPayload<{ select: typeof shown }>

/** The time stamps of some captures of sources that this person may see, in the order in which they were asked for. */
export async function listTimeStamps(
  actor: Actor,
  captureIds: readonly string[],
): Promise<TimeStamp[]> {
  if (captureIds.length === 0) return []
  return db().timeStamp.findMany({
    where: { captureId: { in: [...captureIds] }, ...seenBy(actor) },
    select: shown,
    orderBy: [{ askedAt: 'asc' }, { id: 'asc' }],
  })
}

/** A time stamp with what it takes to ask for it and to verify it: the authority, its answer, and the file that is dated. */
export function findTimeStamp(actor: Actor, id: string) {
  return db().timeStamp.findFirst({
    where: { id, ...seenBy(actor) },
    select: {
      ...shown,
      response: true,
      authority: {
        select: { id: true, name: true, address: true, certificates: true, removedAt: true },
      },
      capture: { select: { id: true, source: { select: { id: true, title: true } } } },
    },
  })
}

export type WholeTimeStamp = NonNullable<Awaited<ReturnType<typeof findTimeStamp>>>

/** Puts on record that a capture's file is to be dated at an authority, which answered nothing yet. */
export async function insertTimeStamp(
  { newsroomId, userId }: Actor,
  stamp: { captureId: string; sha256: string; authorityId: string },
): Promise<string> {
  const { id } = await db().timeStamp.create({
    data: { ...stamp, newsroomId, askedById: userId },
    select: { id: true },
  })
  return id
}

/** Keeps what an authority answered: the whole answer (DER), and the date that it vouches for. */
export async function updateTimeStampGranted(
  { newsroomId }: Actor,
  id: string,
  granted: { response: Uint8Array<ArrayBuffer>; datedAt: Date },
): Promise<void> {
  await db().timeStamp.update({
    where: { id, newsroomId },
    data: { ...granted, ...tried(), state: 'granted', says: '' },
  })
}

/** Notes why there is no date; `isLast`: the authority is not asked again by itself. */
export async function updateTimeStampFailed(
  { newsroomId }: Actor,
  id: string,
  { says, isLast }: { says: string; isLast: boolean },
): Promise<void> {
  await db().timeStamp.update({
    where: { id, newsroomId },
    data: { ...tried(), says, state: isLast ? 'failed' : 'pending' },
  })
}

/** Lets one that failed begin anew. */
export async function updateTimeStampPending({ newsroomId }: Actor, id: string): Promise<void> {
  await db().timeStamp.update({
    where: { id, newsroomId },
    data: { state: 'pending', attempts: 0 },
  })
}

const tried = () => ({ triedAt: new Date(), attempts: { increment: 1 } })

const seenBy = (actor: Actor): Prisma.TimeStampWhereInput => ({
  newsroomId: actor.newsroomId,
  capture: { source: sourcesSeenBy(actor) },
})
