import type { Anchor } from '@/lib/domain/anchoring/anchor'
import type { Actor } from '@/lib/domain/policy'
import type { Span } from '@/lib/domain/text/blocks'
import type { CoverageKind } from '@/lib/domain/vocabulary'
import { db } from '../client'
import { seenBy } from '../visibility'

/** What is accounted for in a text: its claims that are not cut, and the words that are marked without one. */
export async function listCovered(actor: Actor, revisionId: string): Promise<Span[]> {
  const claims = await db().anchor.findMany({
    where: { revisionId, claim: { status: { not: 'cut' }, article: seenBy(actor) } },
    select: { start: true, end: true },
  })
  // One after the other: commands ask this inside a transaction, which is one connection.
  return [...claims, ...(await listMarks(actor, revisionId))]
}

/** The words that are accounted for without a claim, in the order of the text. */
export function listMarks(actor: Actor, revisionId: string) {
  return db().coverageMark.findMany({
    where: { revisionId, removedAt: null, revision: { article: seenBy(actor) } },
    select: {
      id: true,
      kind: true,
      start: true,
      end: true,
      exact: true,
      reason: true,
      createdById: true,
      createdAt: true,
    },
    orderBy: [{ start: 'asc' }, { end: 'asc' }],
  })
}

export type Mark = Awaited<ReturnType<typeof listMarks>>[number]

/** Marks words; answers with the marks' ids in the order of the anchors. */
export async function insertMarks(
  actor: Actor,
  { revisionId, kind, reason }: { revisionId: string; kind: CoverageKind; reason: string },
  anchors: readonly Anchor[],
): Promise<string[]> {
  const rows = await db().coverageMark.createManyAndReturn({
    data: anchors.map((anchor) => ({
      ...anchor,
      revisionId,
      kind,
      reason,
      createdById: actor.userId,
    })),
    select: { id: true },
  })
  return rows.map(({ id }) => id)
}

/** Puts marks into the next text, as whoever made them made them. */
export async function insertCarriedMarks(
  actor: Actor,
  revisionId: string,
  marks: readonly (Anchor & Pick<Mark, 'kind' | 'reason' | 'createdById' | 'createdAt'>)[],
): Promise<void> {
  await db().revision.update({
    where: { id: revisionId, article: { newsroomId: actor.newsroomId } },
    data: { marks: { createMany: { data: [...marks] } } },
  })
}

/** Takes marks back; they stay on record. */
export async function updateMarksRemoved(actor: Actor, ids: readonly string[]): Promise<void> {
  await db().coverageMark.updateMany({
    where: { id: { in: [...ids] }, revision: { article: { newsroomId: actor.newsroomId } } },
    data: { removedAt: new Date() },
  })
}
