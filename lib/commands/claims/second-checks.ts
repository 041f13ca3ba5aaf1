import { z } from 'zod'
import { updateClaim } from '@/lib/db/claims/claims'
import type { Claim } from '@/lib/db/claims/whole-claims'
import { listMembers } from '@/lib/db/newsroom/members'
import { checksOn } from '@/lib/domain/claims/second-check'
import { type Actor, type ArticleFacts, canBeAssigned } from '@/lib/domain/policy'
import { Conflict, Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { lastToChange, nameOf } from '../edit-conflicts'
import { id, optionalId } from '../fields'
import { checksOf, statusWith } from './check-rules'
import { aboutClaim, assertNotCut, claimForArticle } from './claim-subject'

/** Asks for a second check of one claim, whatever the newsroom's policy is. */
export const askSecondCheck = command('askSecondCheck', {
  permission: 'claim.edit',
  input: z.object({ claimId: id }),
  subject: claimForArticle,

  async run({ actor, input: { claimId }, subject: { claim }, record }) {
    assertNotCut(claim)
    if (claim.secondCheckAsked) {
      const who = await lastToChange(actor, { claimId, types: ['second-check.asked'] })
      throw new Refusal('conflict', `${who} asked for a second check already.`)
    }
    const asked = { secondCheckAsked: true }
    await updateClaim(actor, claimId, { ...asked, ...statusOf(actor, { ...claim, ...asked }) })
    record({ type: 'second-check.asked', ...aboutClaim(claim) })
    return asChanged(claim)
  },
})

/** Takes that back. Where the newsroom's policy asks for a second check, it stays needed. */
export const withdrawSecondCheck = command('withdrawSecondCheck', {
  permission: 'claim.edit',
  input: z.object({ claimId: id }),
  subject: claimForArticle,

  async run({ actor, input: { claimId }, subject: { claim }, record }) {
    assertNotCut(claim)
    if (!claim.secondCheckAsked) {
      throw new Refusal('conflict', 'Nobody asks for a second check of this claim any more.')
    }
    await updateClaim(actor, claimId, { secondCheckAsked: false })
    record({ type: 'second-check.withdrawn', ...aboutClaim(claim) })
    return asChanged(claim)
  },
})

/** Names whoever gives the second check of a claim; with nobody named, the checkers of the article may. */
export const nameSecondChecker = command('nameSecondChecker', {
  permission: 'claim.edit',
  input: z.object({
    claimId: id,
    secondCheckerId: optionalId,
    /** Who was named when the form was opened; empty for nobody. */
    from: z.string().default(''),
  }),
  subject: claimForArticle,

  async run({ actor, input: { claimId, secondCheckerId, from }, subject, record }) {
    const { claim, ...article } = subject
    assertNotCut(claim)
    const stored = claim.secondCheckerId
    if (stored === secondCheckerId) {
      throw new Refusal('invalid', 'The second check is theirs already.')
    }
    if ((stored ?? '') !== from) {
      const now = stored ? await nameOf(actor, stored) : 'the checkers of the article'
      throw new Conflict(
        `${await lastToChange(actor, { claimId, types: ['second-checker.named'] })} gave the second check to ${now} in the meantime. Send again to replace that.`,
        { secondCheckerId: `Stored now: ${now}` },
        { from: stored ?? '' },
      )
    }
    await assertMaySecond(actor, article, claim, secondCheckerId)
    await updateClaim(actor, claimId, { secondCheckerId })
    record({ type: 'second-checker.named', ...aboutClaim(claim), userId: secondCheckerId })
    return asChanged(claim)
  },
})

/** What the page needs to know when it has the news of the change. */
const asChanged = ({ id, version }: Claim) => ({
  changed: [{ claimId: id, version: version + 1 }],
})

/** Two checks that are on file and disagree are seen to be open as soon as a second check is asked for. */
function statusOf(actor: Actor, claim: Claim) {
  const status = statusWith(actor, checksOf(claim), claim.status)
  return status === claim.status ? {} : { status }
}

async function assertMaySecond(
  actor: Actor,
  article: ArticleFacts,
  claim: Claim,
  userId: string | null,
): Promise<void> {
  if (userId === null) return
  const refuse = (message: string) => new Refusal('invalid', message, { secondCheckerId: message })
  const member = (await listMembers(actor)).find((one) => one.userId === userId)
  if (member?.removedAt !== null || !canBeAssigned(actor, member, article)) {
    throw refuse('Name an editor or a checker of this article.')
  }
  const gave = (['said', 'so'] as const).some(
    (aspect) => checksOn(checksOf(claim), aspect).first?.givenById === userId,
  )
  if (!gave) return
  const who = userId === actor.userId ? 'You' : member.name
  throw refuse(`${who} gave the first verdict on these words, so somebody else gives the second.`)
}
