import type { RuleAnswers } from '@/lib/domain/candidates/learning/learned'
import { kindOf } from '@/lib/domain/candidates/learning/proposal-kinds'
import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'

/** How often what each rule proposed was taken and dismissed in the actor's newsroom, since it counts. */
export function listProposalAnswers({ newsroomId }: Actor): Promise<RuleAnswers[]> {
  return db().proposalTally.findMany({
    where: { newsroomId },
    select: { rule: true, taken: true, dismissed: true },
    orderBy: { rule: 'asc' },
  })
}

/** Since when answers count; null for since the beginning. */
export async function findProposalsSince({ newsroomId }: Actor): Promise<Date | null> {
  const { proposalsSince } = await db().newsroom.findUniqueOrThrow({
    where: { id: newsroomId },
    select: { proposalsSince: true },
  })
  return proposalsSince
}

/** Counts an answer, or no longer one that was given at this time. Rules that there are not are not counted. */
export async function updateProposalAnswers(
  actor: Actor,
  { rule, fate, decidedAt }: { rule: string; fate: 'accepted' | 'dismissed'; decidedAt: Date },
  by: 1 | -1,
): Promise<void> {
  if (!kindOf(rule)) return
  const since = await findProposalsSince(actor)
  if (since && decidedAt < since) return
  const { newsroomId } = actor
  const answer = fate === 'accepted' ? 'taken' : 'dismissed'
  await db().proposalTally.upsert({
    where: { newsroomId_rule: { newsroomId, rule } },
    create: { newsroomId, rule, [answer]: Math.max(by, 0) },
    update: { [answer]: { increment: by } },
  })
}

/** Counts anew from now on. What was answered stays on record. */
export async function deleteProposalAnswers({ newsroomId }: Actor): Promise<void> {
  await db().proposalTally.deleteMany({ where: { newsroomId } })
  await db().newsroom.update({ where: { id: newsroomId }, data: { proposalsSince: new Date() } })
}
