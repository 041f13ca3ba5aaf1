/** A claim as commands find it: what they are about, and what its verdicts rest on. */

import { findClaim } from '@/lib/db/claims/claims'
import type { Claim } from '@/lib/db/claims/whole-claims'
import { holding, newestOf } from '@/lib/domain/claims/standing'
import { aspectsOf } from '@/lib/domain/claims/status'
import { unsupported } from '@/lib/domain/claims/verdict'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'

/** Refuses to work on a claim that was cut. */
export function assertNotCut({ status }: Pick<Claim, 'status'>): void {
  if (status === 'cut') {
    throw new Refusal('conflict', 'This claim was cut. Take the cut back first.')
  }
}

/** Whether a claim has a place in the newest text. */
export function isPlaced({ anchor, article }: Pick<Claim, 'anchor' | 'article'>): boolean {
  return anchor.revision.number === article.revisionNumber
}

/** Refuses to judge words that do not stand in the newest text. */
export function assertPlaced(claim: Claim): void {
  if (!isPlaced(claim)) {
    throw new Refusal(
      'conflict',
      `This claim has no place in revision ${claim.article.revisionNumber} yet. Say where it stands first.`,
    )
  }
}

/** What an event says of the claim that it is about. */
export function aboutClaim(claim: Claim) {
  return { articleId: claim.article.id, claimId: claim.id, number: claim.number }
}

/** The newest verdict of each aspect, also where it was given on other words. */
export function newest({ verdicts }: Claim): Claim['verdicts'] {
  return newestOf(verdicts)
}

/** The verdicts that count and that this evidence, or else what is on file, no longer carries. */
export function unsupportedVerdicts(claim: Claim, evidence = claim.evidence) {
  const counting = holding(claim, claim.anchor.exact).filter(({ aspect }) =>
    aspectsOf(claim).includes(aspect),
  )
  return unsupported({ ...claim, evidence, waivedAspects: waived(claim) }, counting)
}

/** The aspects of a claim for which an editor accepted secondary support. */
export function waived({ waivers }: Claim) {
  return waivers.map(({ aspect }) => aspect)
}

/** A claim as a command's subject, with the facts of its article that the policy asks for. */
export async function claimForArticle(actor: Actor, { claimId }: { claimId: string }) {
  const claim = await findClaim(actor, { id: claimId })
  return claim && { ...claim.article, claim }
}
