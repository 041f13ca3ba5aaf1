import type { Actor } from '@/lib/domain/policy'
import type { Found } from '@/lib/domain/watches/look'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { articleHere, seenBy, withPeople } from '../visibility'

const look = {
  id: true,
  found: true,
  says: true,
  captureId: true,
  queryIds: true,
  lookedAt: true,
} satisfies Prisma.PageLookSelect

const parts = {
  where: { role: { in: ['text', 'archive'] } },
  select: { role: true, sha256: true, file: { select: { bytes: true } } },
} satisfies Prisma.Capture$partsArgs

const watch = {
  id: true,
  articleId: true,
  captureId: true,
  everyHours: true,
  nextAt: true,
  startedById: true,
  endedAt: true,
  article: { select: { ...articleHere, archivedAt: true } },
  capture: {
    select: { address: true, source: { select: { id: true, title: true, url: true } }, parts },
  },
  /** The newest: so many as tell how often in a row the page was not reached. */
  looks: { select: look, orderBy: [{ lookedAt: 'desc' }, { id: 'desc' }], take: 4 },
} satisfies Prisma.PageWatchSelect

/** A page of an article that this person sees, as it is watched: what it is compared with, and what was found last. */
export async function findWatch(actor: Actor, id: string) {
  const found = await db().pageWatch.findFirst({
    where: { id, newsroomId: actor.newsroomId, article: seenBy(actor) },
    select: watch,
  })
  if (!found) return null
  const { article, looks, capture, ...rest } = found
  const { archivedAt, ...here } = article
  const newest = looks.map(asLook)
  const reached = newest.find(isReached) ?? (await findNewest(id, { not: 'unreachable' }))
  const changed = reached?.found === 'changed' ? reached : await findNewest(id, 'changed')
  return {
    ...rest,
    // Who works on the article says who may do what about it.
    ...withPeople(here),
    ...{ id: rest.id, isArchived: archivedAt !== null },
    capture: { ...capture, ...fileParts(capture.parts) },
    /** The newest look. */
    last: newest[0] ?? null,
    /** The newest look by which the page was reached, or found to be gone; null for none. */
    reached,
    /** The newest look by which it said something else than the copy, and its words then; null for none. */
    changed: changed && { ...changed, text: await textOf(actor, changed.captureId) },
    /** How many looks in a row, the newest among them, did not reach it; no more than are told apart. */
    unreached: newest.findIndex(isReached) < 0 ? newest.length : newest.findIndex(isReached),
  }
}

export type Watch = NonNullable<Awaited<ReturnType<typeof findWatch>>>

async function findNewest(watchId: string, found: Prisma.PageLookWhereInput['found']) {
  const row = await db().pageLook.findFirst({
    where: { watchId, found },
    select: look,
    orderBy: [{ lookedAt: 'desc' }, { id: 'desc' }],
  })
  return row && asLook(row)
}

async function textOf({ newsroomId }: Actor, captureId: string | null) {
  if (captureId === null) return null
  const rows = await db().capturePart.findMany({
    where: { captureId, newsroomId, role: 'text' },
    select: { role: true, sha256: true, file: { select: { bytes: true } } },
  })
  return fileParts(rows).text
}

/** The readable text among files, and whether they hold all that a page loaded. */
function fileParts(rows: readonly { role: string; sha256: string; file: { bytes: bigint } }[]) {
  const text = rows.find(({ role }) => role === 'text')
  return {
    text: text ? { sha256: text.sha256, bytes: Number(text.file.bytes) } : null,
    hasArchive: rows.some(({ role }) => role === 'archive'),
  }
}

const asLook = ({ found, ...row }: Prisma.PageLookGetPayload<{ select: typeof look }>) => ({
  ...row,
  found: found as Found,
})

const isReached = ({ found }: { found: Found }) => found !== 'unreachable'
