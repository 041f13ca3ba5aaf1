import { told } from '../domain/history'
import type { Actor } from '../domain/policy'
import { type LoggedEvent, listEvents, listEventsOfClaims } from './audit'
import { type Claim, findClaim, listWholeClaims } from './claims'
import { findNames } from './members'

/** All that is on file about one claim, ready to be sent to the browser. */
export async function findDossier(actor: Actor, articleId: string, number: number) {
  const claim = await findClaim(actor, { articleId, number })
  if (!claim) return null
  const [names, events] = await Promise.all([
    findNames(actor),
    listEvents(actor, { claimId: claim.id, take: HISTORY }),
  ])
  return dossierOf(actor, claim, events, names)
}

/**
 * The dossiers of an article a page at a time, in the order of the claims' numbers: of all claims, or
 * of some. A page costs two queries, however many claims stand on it.
 */
export async function* listDossiers(
  actor: Actor,
  { articleId, claimIds }: { articleId: string; claimIds?: readonly string[] },
): AsyncGenerator<Dossier[]> {
  if (claimIds?.length === 0) return
  const names = await findNames(actor)
  for (let after = 0; ; ) {
    const claims = await listWholeClaims(actor, articleId, { ids: claimIds, after, take: PAGE })
    const ids = claims.map(({ id }) => id)
    const events = await listEventsOfClaims(actor, ids, HISTORY)
    yield claims.map((claim) => dossierOf(actor, claim, events.get(claim.id) ?? [], names))
    const last = claims.at(-1)
    if (!last || claims.length < PAGE) return
    after = last.number
  }
}

/** How many lines of its history a claim shows. */
const HISTORY = 200

const PAGE = 50

function dossierOf(
  actor: Actor,
  claim: Claim,
  events: readonly LoggedEvent[],
  names: ReadonlyMap<string, string>,
) {
  const nameOf = (userId: string) => names.get(userId) ?? 'Somebody'
  return {
    id: claim.id,
    number: claim.number,
    /** What this says is no older than that place in the newsroom's log. */
    seq: actor.seenSeq,
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

export type Dossier = ReturnType<typeof dossierOf>
export type EvidenceShown = Dossier['evidence'][number]
export type VerdictShown = Dossier['verdicts'][number]

function evidenceShown(evidence: Claim['evidence'][number], nameOf: (userId: string) => string) {
  const { addedAt, addedById, ...rest } = evidence
  return { ...rest, addedAt: addedAt.toISOString(), addedBy: nameOf(addedById) }
}
