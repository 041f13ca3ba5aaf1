import type { Actor } from '@/lib/domain/policy'
import { proposeDuplicates } from '@/lib/domain/sources/propose-duplicates'
import { db } from '../client'
import { findToldApart } from './origins'
import { type Source, sourcesSeenBy } from './sources'

/** Sources that may be the same as this one, with the signs of it; none that somebody told apart from it. */
export async function listDuplicates(actor: Actor, source: Source) {
  const { newsroomId } = actor
  const places = await db().$queryRaw<{ id: string }[]>`
    (SELECT other.id FROM "Source" other WHERE other."newsroomId" = ${newsroomId} AND ${source.url} <> ''
      AND other.url <> '' AND md5("address_place"(other.url)) = md5("address_place"(${source.url}))
      LIMIT ${MOST_LOOKED_AT})
    UNION
    (SELECT other.id FROM "Source" other WHERE other."newsroomId" = ${newsroomId} AND ${source.publisher} <> ''
      AND other.publisher <> '' AND lower(other.publisher) = lower(${source.publisher})
      AND other.published = ${source.published}
      LIMIT ${MOST_LOOKED_AT})
    UNION
    (SELECT capture."sourceId" FROM "CapturePart" mine
      JOIN "Capture" own ON own.id = mine."captureId" AND own."sourceId" = ${source.id}
      JOIN "CapturePart" same ON same."newsroomId" = mine."newsroomId" AND same.sha256 = mine.sha256
      JOIN "Capture" capture ON capture.id = same."captureId"
      WHERE mine.role = 'original' AND same.role = 'original' AND mine."newsroomId" = ${newsroomId}
      LIMIT ${MOST_LOOKED_AT})`
  const ids = places.map(({ id }) => id).filter((id) => id !== source.id)
  if (ids.length === 0) return []
  const rows = await db().source.findMany({
    where: { AND: [{ id: { in: [source.id, ...ids] }, mergedIntoId: null }, sourcesSeenBy(actor)] },
    select: {
      ...{ id: true, title: true, publisher: true, published: true, url: true, fellAt: true },
      captures: {
        select: { parts: { where: { role: 'original' }, select: { sha256: true } } },
        orderBy: { takenAt: 'desc' },
        take: MOST_COPIES,
      },
    },
  })
  const all = rows.map(({ captures, ...row }) => ({
    ...row,
    files: captures.flatMap(({ parts }) => parts.map(({ sha256 }) => sha256)),
  }))
  const self = all.find(({ id }) => id === source.id)
  if (!self) return []
  const found = proposeDuplicates(self, all)
  const isToldApart = await findToldApart(actor, [self.id, ...found.map((one) => one.source.id)])
  return found.filter((one) => !isToldApart(self.id, one.source.id)).slice(0, MOST_PROPOSED)
}

export type Duplicate = Awaited<ReturnType<typeof listDuplicates>>[number]

const MOST_LOOKED_AT = 200
const MOST_COPIES = 50
const MOST_PROPOSED = 20
