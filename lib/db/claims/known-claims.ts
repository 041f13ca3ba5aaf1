import { hiddenFrom, standingBlind } from '@/lib/domain/claims/blind-check'
import { secondCheckStanding } from '@/lib/domain/claims/second-check'
import type { Actor } from '@/lib/domain/policy'
import type { Claim } from './whole-claims'

/** A claim as this person may know it: without the verdicts that are hidden from them until their own is saved. */
export function asKnownTo(actor: Actor, claim: Claim) {
  const checks = { ...claim, words: claim.anchor.exact }
  const hidden = hiddenFrom(actor, checks)
  return {
    ...standingBlind(claim, hidden),
    verdicts: claim.verdicts.filter((one) => !hidden.includes(one)),
    hidden,
    /** Of a question with hidden verdicts it is missing, so it tells nothing of them. */
    second: secondCheckStanding(actor, checks),
  }
}

export type KnownClaim = ReturnType<typeof asKnownTo>
