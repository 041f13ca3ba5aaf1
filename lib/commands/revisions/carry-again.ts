import { listLastPlaces } from '@/lib/db/claims/anchors'
import { updateClaim } from '@/lib/db/claims/claims'
import type { Claim } from '@/lib/db/claims/whole-claims'
import { findRevision } from '@/lib/db/revisions/revisions'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { statusUnplaced } from '@/lib/domain/claims/standing'
import type { Actor } from '@/lib/domain/policy'
import { placeClaims } from './carry-claims'
import { carryClaims } from './standing'
import { Workings } from './workings'

/** Looks for the place of a claim in the newest text that it was not carried into, because it was cut then. */
export async function carryAgain(
  actor: Actor,
  { id, article: { id: articleId, language, revisionNumber } }: Claim,
  record: (event: DeskEvent) => void,
): Promise<void> {
  const [claim] = await listLastPlaces(actor, { articleId, id })
  if (claim?.lost?.revision.number === revisionNumber) {
    await updateClaim(actor, id, { status: statusUnplaced(claim) })
    return
  }
  const from = claim && (await findRevision(actor, articleId, claim.anchor.revision.number))
  const to = await findRevision(actor, articleId)
  if (!from || !to) throw new Error(`claim ${id} has no place to come from`)
  const workings = new Workings(to)
  await workings.compareWith(from)
  const carried = carryClaims(workings, [from], [claim])
  await placeClaims(actor, { articleId, language, to }, carried, record)
}
