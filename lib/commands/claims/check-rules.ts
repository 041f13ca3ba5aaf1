/** Which of its two checks a verdict is, and what it does to how a claim stands. */

import { asKnownTo } from '@/lib/db/claims/known-claims'
import type { Claim } from '@/lib/db/claims/whole-claims'
import { checkToGive } from '@/lib/domain/claims/blind-check'
import {
  aspectStanding,
  type CheckGiven,
  checksOn,
  needsSecondCheck,
  secondCheckStanding,
} from '@/lib/domain/claims/second-check'
import { type ClaimStanding, statusAfterVerdict } from '@/lib/domain/claims/status'
import type { Actor } from '@/lib/domain/policy'
import { Conflict, Refusal } from '@/lib/domain/refusal'
import type { Aspect, Check, WorkStatus } from '@/lib/domain/vocabulary'
import { nameOf } from '../edit-conflicts'
import { unsupportedVerdicts } from './claim-subject'

/** A claim as the rules of the second check know it. */
export const checksOf = (claim: Claim) => ({ ...claim, words: claim.anchor.exact })

/** The newest verdict of a kind on one question that this person knows of. */
export function lastKnown(actor: Actor, claim: Claim, given: { aspect: Aspect; check: Check }) {
  return asKnownTo(actor, claim).verdicts.find(
    ({ aspect, check }) =>
      aspect === given.aspect && (check === 'second') === (given.check === 'second'),
  )
}

/** Refuses a check that is not this person's to give, or no longer, and says what they can do with what they wrote. */
export async function assertCheck(
  actor: Actor,
  claim: Claim,
  { aspect, check }: { aspect: Aspect; check: Check },
): Promise<void> {
  const open = checkToGive(actor, checksOf(claim), aspect)
  if (open === check) return
  const { first, second } = checksOn(checksOf(claim), aspect)
  if (open === 'second' && first) {
    throw new Conflict(
      `${await nameOf(actor, first.givenById)} gave the first verdict while you had this open. You see it once yours is saved: send again to give yours as the second check.`,
      {},
      openedOver(actor, claim, { aspect, check: 'second' }),
    )
  }
  if (open === 'first' && !first) {
    throw new Conflict(
      'No first verdict stands on these words any more. Send again to give yours as the first.',
      {},
      openedOver(actor, claim, { aspect, check: 'first' }),
    )
  }
  throw new Refusal('conflict', await whyNoCheck(actor, open, { first, second }))
}

/** What a form for this check would be opened over now. */
function openedOver(actor: Actor, claim: Claim, given: { aspect: Aspect; check: Check }) {
  const over = lastKnown(actor, claim, given)?.id ?? ''
  return { check: given.check, over, overWords: claim.anchor.exact }
}

async function whyNoCheck(
  actor: Actor,
  open: Check | null,
  { first, second }: { first: CheckGiven | null; second: CheckGiven | null },
): Promise<string> {
  if (open === 'deciding') {
    return 'Two people have checked this, and their checks disagree. As an editor you decide between them instead.'
  }
  if (first?.givenById === actor.userId) {
    return 'You gave the first verdict on these words, so the second check is somebody else’s.'
  }
  if (!first) {
    return 'You are named to give the second check, so somebody else checks first. Take your name off to check first yourself.'
  }
  if (!second) {
    return 'The second check of this claim is somebody else’s now, or is asked for no longer. Your text is still here.'
  }
  const who = `${await nameOf(actor, first.givenById)} and ${await nameOf(actor, second.givenById)}`
  return `${who} have given both checks of this. Where they disagree, an editor decides. Your text is still here.`
}

/** Refuses to decide where there is nothing to decide, or for one of the two who disagree. */
export function assertChecksDisagree(actor: Actor, claim: Claim, aspect: Aspect): void {
  const checks = checksOf(claim)
  if (checkToGive(actor, checks, aspect) === 'deciding') return
  const { first, second } = checksOn(checks, aspect)
  const isOneOfThem = first?.givenById === actor.userId || second?.givenById === actor.userId
  throw new Refusal(
    'conflict',
    isOneOfThem && aspectStanding(checks, aspect) === 'disagrees'
      ? 'You gave one of the two checks, so another editor decides. You can give another verdict yourself.'
      : 'There are no two checks that disagree here, so there is nothing to decide.',
  )
}

/** How a claim stands once this verdict has been given; where its two checks disagree, it is in progress again. */
export function standingAfter(
  actor: Actor,
  claim: Claim,
  given: CheckGiven,
): Pick<ClaimStanding, 'status' | 'saidVerdict' | 'soVerdict'> & { disagrees: boolean } {
  const { aspect, verdict, check } = given
  const change = aspect === 'said' ? { saidVerdict: verdict } : { soVerdict: verdict }
  const { saidVerdict, soVerdict, claimant } = check === 'second' ? claim : { ...claim, ...change }
  const checks = { ...checksOf(claim), verdicts: [given, ...claim.verdicts] }
  const verdicts = { saidVerdict, soVerdict }
  return {
    ...verdicts,
    status: statusWith(actor, checks, statusAfterVerdict({ claimant, ...verdicts })),
    disagrees: needsSecondCheck(actor, claim) && aspectStanding(checks, aspect) === 'disagrees',
  }
}

/** Where the work stands on a claim that would stand so, were it not for two checks that disagree. */
export function statusWith(
  actor: Actor,
  checks: Parameters<typeof secondCheckStanding>[1],
  status: WorkStatus,
): WorkStatus {
  const isOpen = status === 'checked' && secondCheckStanding(actor, checks) === 'disagrees'
  return isOpen ? 'in_progress' : status
}

/** How a claim stands that is taken up again: checked, unless a verdict lacks support or two checks disagree. */
export function statusTakenUp(actor: Actor, claim: Claim): Claim['status'] {
  if (unsupportedVerdicts(claim).length > 0) return 'in_progress'
  return statusWith(actor, checksOf(claim), statusAfterVerdict(claim))
}
