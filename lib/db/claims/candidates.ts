import type { Anchor } from '@/lib/domain/anchoring/anchor'
import type { Actor } from '@/lib/domain/policy'
import type { Span } from '@/lib/domain/text/blocks'
import { db } from '../client'
import { seenBy } from '../visibility'
import { updateProposalAnswers } from './proposal-answers'

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

/** Puts a person's answer to a proposal on record, and counts it. */
export async function insertDecision(
  actor: Actor,
  fate: 'accepted' | 'dismissed',
  proposed: Proposed,
  { start, end, exact }: Anchor,
): Promise<string> {
  const { id, ...answer } = await db().candidateDecision.create({
    data: { ...proposed, fate, start, end, exact, decidedById: actor.userId },
    select: { id: true, ...answered },
  })
  await updateProposalAnswers(actor, answer, 1)
  return id
}

/** Takes an answer back, so that it counts no more. */
export async function updateDecisionWithdrawn(actor: Actor, id: string): Promise<void> {
  const [withdrawn] = await db().candidateDecision.updateManyAndReturn({
    where: { id, withdrawnAt: null, revision: { article: { newsroomId: actor.newsroomId } } },
    data: { withdrawnAt: new Date() },
    select: answered,
  })
  if (withdrawn) await updateProposalAnswers(actor, withdrawn, -1)
}

/**
 * Says that a proposal at this place was taken after all, or was not: its claim was cut from the very text that it was
 * made on. Does nothing where the words were no proposal.
 */
export async function updateTaking(
  actor: Actor,
  { revisionId, start, end }: Span & { revisionId: string },
  isTaken: boolean,
): Promise<void> {
  const taking = await db().candidateDecision.findFirst({
    where: {
      ...{ revisionId, start, end, fate: 'accepted' },
      withdrawnAt: isTaken ? { not: null } : null,
      revision: { article: { newsroomId: actor.newsroomId } },
    },
    select: { id: true, ...answered },
    orderBy: { decidedAt: 'desc' },
  })
  if (!taking) return
  const { id, ...answer } = taking
  const withdrawnAt = isTaken ? null : new Date()
  await db().candidateDecision.update({ where: { id }, data: { withdrawnAt } })
  await updateProposalAnswers(actor, answer, isTaken ? 1 : -1)
}

const answered = { rule: true, fate: true, decidedAt: true } as const
