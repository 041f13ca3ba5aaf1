import type { Anchor } from '@/lib/domain/anchoring/anchor'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import { seenBy } from '../visibility'

/** What a rule proposed, as it is kept with a person's decision. */
export interface Proposed {
  revisionId: string
  rule: string
  score: number
}

/** Proposals that somebody dismissed, so that nobody is asked again. */
export function listDismissed(actor: Actor, revisionId: string) {
  return db().candidateDecision.findMany({
    where: {
      revisionId,
      fate: 'dismissed',
      withdrawnAt: null,
      revision: { article: seenBy(actor) },
    },
    select: {
      id: true,
      rule: true,
      score: true,
      start: true,
      end: true,
      exact: true,
      decidedById: true,
      decidedAt: true,
    },
    orderBy: { start: 'asc' },
  })
}

export type Dismissed = Awaited<ReturnType<typeof listDismissed>>[number]

/** Puts dismissals into the next text, as whoever decided them did. */
export async function insertCarriedDismissals(
  actor: Actor,
  revisionId: string,
  dismissals: readonly Omit<Dismissed, 'id'>[],
): Promise<void> {
  const data = dismissals.map((one) => ({ ...one, fate: 'dismissed' as const }))
  await db().revision.update({
    where: { id: revisionId, article: { newsroomId: actor.newsroomId } },
    data: { decisions: { createMany: { data } } },
  })
}

export async function insertDecision(
  actor: Actor,
  fate: 'accepted' | 'dismissed',
  proposed: Proposed,
  { start, end, exact }: Anchor,
): Promise<string> {
  const { id } = await db().candidateDecision.create({
    data: { ...proposed, fate, start, end, exact, decidedById: actor.userId },
    select: { id: true },
  })
  return id
}

export async function updateDecisionWithdrawn(actor: Actor, id: string): Promise<void> {
  await db().candidateDecision.updateMany({
    where: { id, revision: { article: { newsroomId: actor.newsroomId } } },
    data: { withdrawnAt: new Date() },
  })
}
