import type { Actor } from '@/lib/domain/policy'
import type { Found } from '@/lib/domain/watches/look'
import { db } from '../client'
import { sourcesSeenBy } from '../sources/sources'
import { seenBy } from '../visibility'

/** A page that can be watched: the newest copy that somebody kept of what an article cites. */
export interface CitedCopy {
  captureId: string
  sourceId: string
  address: string
  /** When it was kept. */
  at: Date
}

/** Of each source that an article cites, the newest copy of its page that a person had kept; none that a look kept. */
export async function listCitedCopies(actor: Actor, articleId: string): Promise<CitedCopy[]> {
  const rows = await db().capture.findMany({
    where: {
      newsroomId: actor.newsroomId,
      way: 'page',
      looks: { none: {} },
      source: {
        ...sourcesSeenBy(actor),
        evidence: {
          some: { detachedAt: null, claim: { articleId, status: { not: 'cut' } } },
        },
      },
    },
    select: { id: true, sourceId: true, address: true, takenAt: true },
    orderBy: [{ takenAt: 'desc' }, { id: 'desc' }],
  })
  const newest = new Map<string, CitedCopy>()
  for (const { id: captureId, sourceId, address, takenAt: at } of rows) {
    if (!newest.has(sourceId)) newest.set(sourceId, { captureId, sourceId, address, at })
  }
  return [...newest.values()].slice(0, MOST_WATCHED)
}

/** So many pages of one article are watched at most. */
export const MOST_WATCHED = 200

/** The watches of an article that go on. */
export async function listOpenWatches(actor: Actor, articleId: string) {
  const rows = await db().pageWatch.findMany({
    where: { articleId, endedAt: null, article: seenBy(actor) },
    select: {
      ...{ id: true, captureId: true, everyHours: true, nextAt: true },
      capture: { select: { sourceId: true, address: true } },
    },
    orderBy: { id: 'asc' },
  })
  return rows.map(({ capture, ...row }) => ({ ...row, ...capture }))
}

export type OpenWatch = Awaited<ReturnType<typeof listOpenWatches>>[number]

export async function insertWatch(
  { newsroomId, userId }: Actor,
  watched: { articleId: string; captureId: string; everyHours: number; nextAt: Date },
): Promise<string> {
  const { id } = await db().pageWatch.create({
    data: { ...watched, newsroomId, startedById: userId },
    select: { id: true },
  })
  return id
}

/** Changes how watches go on: how often, from when, in whose name, or that they have ended. */
export async function updateWatches(
  { newsroomId }: Actor,
  ids: readonly string[],
  change: { everyHours?: number; nextAt?: Date; startedById?: string; endedAt?: Date },
): Promise<void> {
  await db().pageWatch.updateMany({ where: { id: { in: [...ids] }, newsroomId }, data: change })
}

/** Puts on record what was found when a page was looked at again. */
export async function insertLook(
  { newsroomId }: Actor,
  made: {
    watchId: string
    found: Found
    says: string
    captureId: string | null
    queryIds: readonly string[]
  },
): Promise<string> {
  const { id } = await db().pageLook.create({
    data: { ...made, queryIds: [...made.queryIds], newsroomId },
    select: { id: true },
  })
  return id
}
