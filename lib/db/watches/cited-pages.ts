import type { Actor } from '@/lib/domain/policy'
import type { Found } from '@/lib/domain/watches/look'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { sourcesSeenBy } from '../sources/sources'
import { listCitedCopies, MOST_WATCHED } from './watches'

/** The pages that an article cites, by title: what is kept of each, and what was found when it was looked at again. */
export async function listCitedPages(actor: Actor, articleId: string) {
  const [sources, copies, watches] = await Promise.all([
    db().source.findMany({
      where: {
        ...sourcesSeenBy(actor),
        url: { not: '' },
        evidence: { some: { detachedAt: null, claim: { articleId, status: { not: 'cut' } } } },
      },
      select: { id: true, title: true, url: true },
      orderBy: [{ title: 'asc' }, { id: 'asc' }],
      take: MOST_WATCHED,
    }),
    listCitedCopies(actor, articleId),
    db().pageWatch.findMany({
      where: { articleId, newsroomId: actor.newsroomId, endedAt: null },
      select: {
        ...{ id: true, captureId: true, everyHours: true, nextAt: true },
        capture: { select: { sourceId: true } },
        looks: newestLook,
      },
    }),
  ])
  const reached = await listReached(watches.map(({ id }) => id))
  return sources.map((source) => {
    const watch = watches.find(({ capture }) => capture.sourceId === source.id)
    const copy = copies.find(({ sourceId }) => sourceId === source.id)
    return {
      source,
      kept: copy ? { captureId: copy.captureId, at: copy.at } : null,
      watch: watch
        ? {
            ...{ id: watch.id, captureId: watch.captureId, nextAt: watch.nextAt },
            everyHours: watch.everyHours,
            /** The newest look, and the newest one that says something of the page; null before the first. */
            last: asLook(watch.looks[0]),
            reached: asLook(reached.get(watch.id)),
          }
        : null,
    }
  })
}

export type CitedPage = Awaited<ReturnType<typeof listCitedPages>>[number]

/** What was found of a kept copy when its page was looked at again for articles: of this copy, or of one before it. */
export async function listLooksOf(actor: Actor, captureIds: readonly string[]) {
  const rows = await db().pageWatch.findMany({
    where: { newsroomId: actor.newsroomId, captureId: { in: [...captureIds] } },
    select: {
      captureId: true,
      looks: { ...newestLook, where: { found: { not: 'unreachable' } } },
    },
    orderBy: { id: 'desc' },
  })
  return rows.flatMap(({ captureId, looks }) => {
    const look = asLook(looks[0])
    return look ? [{ ...look, keptId: captureId }] : []
  })
}

export type LookOfCopy = Awaited<ReturnType<typeof listLooksOf>>[number]

/** The copy with which a page was compared when this copy of it was kept; null for one that a person had kept. */
export async function findComparedCopy(actor: Actor, captureId: string): Promise<string | null> {
  const look = await db().pageLook.findFirst({
    where: { captureId, newsroomId: actor.newsroomId },
    select: { watch: { select: { captureId: true } } },
    orderBy: { id: 'asc' },
  })
  return look?.watch.captureId ?? null
}

const look = {
  ...{ found: true, says: true, captureId: true, lookedAt: true },
} satisfies Prisma.PageLookSelect

const newestLook = {
  select: look,
  orderBy: [{ lookedAt: 'desc' }, { id: 'desc' }],
  take: 1,
} satisfies Prisma.PageWatch$looksArgs

async function listReached(watchIds: readonly string[]) {
  const rows = await db().pageLook.findMany({
    where: { watchId: { in: [...watchIds] }, found: { not: 'unreachable' } },
    select: { ...look, watchId: true },
    distinct: ['watchId'],
    orderBy: [{ lookedAt: 'desc' }, { id: 'desc' }],
  })
  return new Map(rows.map((row) => [row.watchId, row]))
}

const asLook = (row: Prisma.PageLookGetPayload<{ select: typeof look }> | undefined) =>
  row ? { ...row, found: row.found as Found } : null
