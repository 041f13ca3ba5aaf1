import { z } from 'zod'
import { updateClaim } from '@/lib/db/claims/claims'
import { frameChangeOf, onFile } from '@/lib/domain/claims/frame'
import { isSameWording, standingOn } from '@/lib/domain/claims/standing'
import { Conflict, Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { lastToChange } from '../edit-conflicts'
import { id } from '../fields'
import { statusTakenUp } from './check-rules'
import { aboutClaim, assertNotCut, assertPlaced, claimForArticle } from './claim-subject'

/** Says that the checks of a claim hold though other words stand around it now; whoever says so is on record. */
export const holdFrame = command('holdFrame', {
  permission: 'claim.rate',
  input: z.object({
    claimId: id,
    /** The words around the claim as they were read, `…` for its own. */
    after: z.string(),
  }),
  subject: claimForArticle,

  async run({ actor, input: { claimId, after }, subject: { claim }, record }) {
    assertNotCut(claim)
    assertPlaced(claim)
    const change = frameChangeOf(claim)
    if (!change) {
      const who = await lastToChange(actor, {
        claimId,
        types: ['claim.frame-held', 'verdict.given'],
      })
      throw new Refusal('conflict', `${who} has looked at the words around this claim already.`)
    }
    if (!isSameWording(after, change.after)) {
      throw new Conflict(
        `The words around this claim are others again: “${change.after}”. Read them, and send again to let the check hold.`,
        {},
        { after: change.after },
      )
    }
    const verdicts = standingOn(claim, claim.anchor.exact, null, 'restored')
    const held = { ...claim, ...verdicts }
    const status = claim.status === 'recheck' ? statusTakenUp(actor, held) : claim.status
    await updateClaim(actor, claimId, { ...verdicts, status, ...onFile(null) })
    const { before, aspects } = change
    const revision = claim.anchor.revision.number
    record({
      ...{ type: 'claim.frame-held', ...aboutClaim(claim), aspects: [...aspects] },
      ...{ before, after: change.after, revision },
    })
    return { number: claim.number }
  },
})
