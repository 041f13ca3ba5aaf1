import type { PublishedCheck } from '@/lib/domain/earlier-checks/published/published-check'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

const facts = {
  id: true,
  url: true,
  claim: true,
  claimant: true,
  rating: true,
  title: true,
  publisher: true,
  published: true,
  language: true,
} as const

export type PublishedOnFile = PublishedCheck & { id: string }

/** A fact-check of somebody else that was brought in, and not removed. */
export function findPublishedCheck(
  { newsroomId }: Actor,
  id: string,
): Promise<PublishedOnFile | null> {
  return db().publishedCheck.findFirst({
    where: { id, newsroomId, removedAt: null },
    select: facts,
  })
}

/** Those of some ids, by id. */
export async function findPublishedChecks({ newsroomId }: Actor, ids: readonly string[]) {
  const rows = await db().publishedCheck.findMany({
    where: { id: { in: [...ids] }, newsroomId, removedAt: null },
    select: facts,
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Those of some addresses, removed ones too, by address. */
export async function findPublishedAt({ newsroomId }: Actor, urls: readonly string[]) {
  const rows = await db().publishedCheck.findMany({
    where: { newsroomId, url: { in: [...urls] } },
    select: { ...facts, removedAt: true },
  })
  return new Map(rows.map((row) => [row.url, row]))
}

/** Who published what was brought in, with how many there are and when the last was brought (ISO 8601), by name. */
export async function listPublishers({ newsroomId }: Actor) {
  const groups = await db().publishedCheck.groupBy({
    by: ['publisher'],
    where: { newsroomId, removedAt: null },
    _count: true,
    _max: { broughtAt: true },
    orderBy: { publisher: 'asc' },
    take: MOST_PUBLISHERS,
  })
  return groups.map(({ publisher, _count: count, _max }) => ({
    ...{ publisher, count, broughtAt: _max.broughtAt?.toISOString() ?? '' },
  }))
}

const MOST_PUBLISHERS = 500

export async function insertPublishedChecks(
  { newsroomId, userId }: Actor,
  checks: readonly PublishedCheck[],
): Promise<void> {
  await db().publishedCheck.createMany({
    data: checks.map((check) => ({ ...check, newsroomId, broughtById: userId })),
  })
}

/** Puts what is published at an address now in the place of what was brought before, also where that was removed. */
export async function updatePublishedCheck(
  { newsroomId, userId }: Actor,
  id: string,
  check: PublishedCheck,
): Promise<void> {
  await db().publishedCheck.update({
    where: { id, newsroomId },
    data: { ...check, broughtById: userId, broughtAt: new Date(), removedAt: null },
  })
}

/** Removes all that somebody published; answers with how many there were. */
export async function updatePublishedRemoved(
  { newsroomId }: Actor,
  publisher: string,
): Promise<number> {
  const { count } = await db().publishedCheck.updateMany({
    where: { newsroomId, publisher, removedAt: null },
    data: { removedAt: new Date() },
  })
  return count
}
