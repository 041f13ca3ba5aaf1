import type { Claim } from '@/lib/db/claims/whole-claims'
import { hiddenFrom } from '@/lib/domain/claims/blind-check'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { VERDICTS } from '@/lib/domain/vocabulary'
import { checksOf } from '../claims/check-rules'
import { unsupportedVerdicts } from '../claims/claim-subject'

/**
 * Refuses to change evidence that was there when a verdict was given which this person may not know yet: whether that
 * rests on it would tell what it is.
 */
export function assertNothingHidden(
  actor: Actor,
  claim: Claim,
  evidence: Claim['evidence'][number],
): void {
  if (!isHeldHidden(actor, claim, evidence)) return
  throw new Refusal(
    'conflict',
    'Somebody gave a verdict with this evidence, which you see once your own check is saved. Until then it stays as it is; you can attach more.',
  )
}

/** Refuses to take from a checked claim what its verdict rests on. */
export function assertStillStands(claim: Claim, evidence: Claim['evidence']): void {
  const fallen = fallenWith(claim, evidence)
  if (!fallen) return
  throw new Refusal(
    'invalid',
    `The verdict ${VERDICTS[fallen.verdict]} rests on this. Set the claim to In progress first, or attach what carries the verdict without it.`,
  )
}

/** Whether a verdict keeps this evidence from being taken off its claim by this person. */
export function isHeld(actor: Actor, claim: Claim, evidence: Claim['evidence'][number]): boolean {
  const others = claim.evidence.filter(({ id }) => id !== evidence.id)
  return isHeldHidden(actor, claim, evidence) || fallenWith(claim, others) !== undefined
}

function isHeldHidden(actor: Actor, claim: Claim, { addedAt }: Claim['evidence'][number]): boolean {
  return hiddenFrom(actor, checksOf(claim)).some(({ givenAt }) => givenAt >= addedAt)
}

function fallenWith(claim: Claim, evidence: Claim['evidence']) {
  return claim.status === 'checked' ? unsupportedVerdicts(claim, evidence)[0] : undefined
}
