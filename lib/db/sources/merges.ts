import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

/** A merge that was not taken back, with who did it. */
export function findMerge(actor: Actor, sourceId: string) {
  return db().sourceMerge.findFirst({
    where: { sourceId, newsroomId: actor.newsroomId, undoneAt: null },
    select: {
      ...{ id: true, sourceId: true, intoId: true, evidenceIds: true, captureIds: true },
      ...{ mergedById: true, mergedAt: true },
    },
    orderBy: { mergedAt: 'desc' },
  })
}

/** The sources that became this one, by title. */
export function listMergedInto(actor: Actor, sourceId: string) {
  return db().source.findMany({
    where: { mergedIntoId: sourceId, newsroomId: actor.newsroomId },
    select: { id: true, title: true, publisher: true },
    orderBy: [{ title: 'asc' }, { id: 'asc' }],
    take: 50,
  })
}

/**
 * Lets a source become another: all its evidence and copies go there, and those that became this one before become the
 * other too. Answers with how much went.
 */
export async function updateMergedInto(
  { newsroomId, userId }: Actor,
  { sourceId, intoId }: { sourceId: string; intoId: string },
): Promise<{ evidence: number; captures: number }> {
  const rows = await db().evidence.findMany({ where: { sourceId }, select: { id: true } })
  const copies = await db().capture.findMany({
    where: { sourceId, newsroomId },
    select: { id: true },
  })
  const [evidenceIds, captureIds] = [rows, copies].map((all) => all.map(({ id }) => id))
  await db().source.updateMany({
    where: { newsroomId, OR: [{ id: sourceId }, { mergedIntoId: sourceId }] },
    data: { mergedIntoId: intoId, version: { increment: 1 } },
  })
  await move(newsroomId, { evidenceIds, captureIds, to: intoId })
  await db().sourceMerge.create({
    data: { newsroomId, sourceId, intoId, evidenceIds, captureIds, mergedById: userId },
  })
  return { evidence: rows.length, captures: copies.length }
}

/** Takes a merge back: what went over goes back, wherever it went since. */
export async function updateMergeUndone(
  { newsroomId, userId }: Actor,
  mergeId: string,
): Promise<void> {
  const merge = await db().sourceMerge.update({
    where: { id: mergeId, newsroomId },
    data: { undoneAt: new Date(), undoneById: userId },
  })
  const { sourceId, intoId } = merge
  const { mergedIntoId } = await db().source.findUniqueOrThrow({ where: { id: sourceId } })
  const at = { in: [mergedIntoId ?? intoId] }
  const evidence = await db().evidence.findMany({
    where: {
      sourceId: at,
      // What was attached since then to one of its copies goes with the copy.
      OR: [{ id: { in: merge.evidenceIds } }, { captureId: { in: merge.captureIds } }],
    },
    select: { id: true },
  })
  const evidenceIds = evidence.map(({ id }) => id)
  await move(newsroomId, { evidenceIds, captureIds: merge.captureIds, to: sourceId })
  await db().source.updateMany({
    where: { id: sourceId, newsroomId },
    data: { mergedIntoId: null, version: { increment: 1 } },
  })
  await db().source.updateMany({
    where: { newsroomId, merges: { some: { intoId: sourceId, undoneAt: null } } },
    data: { mergedIntoId: sourceId },
  })
}

async function move(
  newsroomId: string,
  { evidenceIds = [], captureIds = [], to }: Partial<Moved> & { to: string },
): Promise<void> {
  await db().evidence.updateMany({
    where: { id: { in: evidenceIds }, source: { newsroomId } },
    data: { sourceId: to },
  })
  await db().$queryRaw`SELECT "file_captures"(${captureIds}::text[], ${to})`
  await db().$executeRaw`
    INSERT INTO "ArticleSource" ("articleId", "sourceId")
    SELECT DISTINCT claim."articleId", ${to} FROM "Evidence" evidence
    JOIN "Claim" claim ON claim.id = evidence."claimId" WHERE evidence.id = ANY (${evidenceIds})
    ON CONFLICT DO NOTHING`
}

interface Moved {
  evidenceIds: string[]
  captureIds: string[]
}
