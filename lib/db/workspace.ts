import { told } from '../domain/history'
import type { Actor } from '../domain/policy'
import { listEvents } from './audit'
import { type Claim, findClaim } from './claims'
import { findNames } from './members'

/** All that is on file about one claim, ready to be sent to the browser. */
export async function findDossier(actor: Actor, articleId: string, number: number) {
  const claim = await findClaim(actor, { articleId, number })
  if (!claim) return null
  const [names, events] = await Promise.all([
    findNames(actor),
    listEvents(actor, { claimId: claim.id, take: 200 }),
  ])
  const nameOf = (userId: string) => names.get(userId) ?? 'Somebody'
  return {
    id: claim.id,
    number: claim.number,
    verdicts: claim.verdicts.map((verdict) => ({
      ...verdict,
      givenAt: verdict.givenAt.toISOString(),
      givenBy: nameOf(verdict.givenById),
    })),
    evidence: claim.evidence.map((evidence) => evidenceShown(evidence, nameOf)),
    waivers: claim.waivers.map(({ id, aspect, reason, givenById, givenAt }) => ({
      id,
      aspect,
      reason,
      givenBy: nameOf(givenById),
      givenAt: givenAt.toISOString(),
    })),
    history: events.map(({ seq, at, actorId, event }) => ({
      seq,
      at: at.toISOString(),
      who: nameOf(actorId),
      what: told(event, nameOf),
    })),
  }
}

export type Dossier = NonNullable<Awaited<ReturnType<typeof findDossier>>>
export type EvidenceShown = Dossier['evidence'][number]
export type VerdictShown = Dossier['verdicts'][number]

function evidenceShown(evidence: Claim['evidence'][number], nameOf: (userId: string) => string) {
  const { addedAt, addedById, ...rest } = evidence
  return { ...rest, addedAt: addedAt.toISOString(), addedBy: nameOf(addedById) }
}
