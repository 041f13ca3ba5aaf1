import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import { facts, type Source, sourcesSeenBy } from './sources'

/** The sources of these that this person may see, and all that were put together with one of them, by title. */
export async function listWithOrigins(
  actor: Actor,
  sourceIds: readonly string[],
): Promise<Source[]> {
  const asked = await db().source.findMany({
    where: { AND: [{ id: { in: [...sourceIds] } }, sourcesSeenBy(actor)] },
    select: { originGroupId: true },
  })
  const groups = asked.flatMap(({ originGroupId }) => originGroupId ?? [])
  return db().source.findMany({
    where: {
      AND: [
        sourcesSeenBy(actor),
        { mergedIntoId: null },
        { OR: [{ id: { in: [...sourceIds] } }, { originGroupId: { in: groups } }] },
      ],
    },
    select: facts,
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
  })
}

/** Puts sources into one group of one origin, or each into none. */
export async function updateOriginGroup(
  actor: Actor,
  sourceIds: readonly string[],
  originGroupId: string | null,
): Promise<void> {
  await db().source.updateMany({
    where: { id: { in: [...sourceIds] }, newsroomId: actor.newsroomId },
    data: { originGroupId },
  })
}

/** Puts on record that somebody said of pairs of sources whether they are of one origin. */
export async function insertOriginJudgements(
  { newsroomId, userId }: Actor,
  pairs: readonly (readonly [string, string])[],
  isSame: boolean,
): Promise<void> {
  await db().originJudgement.createMany({
    data: pairs.map((pair) => {
      const [sourceId = '', otherId = ''] = [...pair].sort()
      return { newsroomId, sourceId, otherId, isSame, judgedById: userId }
    }),
  })
}

/** Whether two of these sources were told apart by whoever judged them last. */
export async function findToldApart(
  { newsroomId }: Actor,
  sourceIds: readonly string[],
): Promise<(sourceId: string, otherId: string) => boolean> {
  const ids = [...sourceIds]
  const judged = await db().originJudgement.findMany({
    where: { newsroomId, sourceId: { in: ids }, otherId: { in: ids } },
    select: { sourceId: true, otherId: true, isSame: true },
    orderBy: [{ judgedAt: 'asc' }, { id: 'asc' }],
  })
  const newest = new Map(judged.map((one) => [`${one.sourceId} ${one.otherId}`, one.isSame]))
  return (sourceId, otherId) => newest.get([sourceId, otherId].sort().join(' ')) === false
}
