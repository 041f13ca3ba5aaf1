import { z } from 'zod'
import { updateClaim } from '../db/claims'
import { insertVerdict, insertWaiver } from '../db/verdicts'
import { aspectsOf, statusAfterVerdict, verificationStatus } from '../domain/claim-status'
import { Conflict, Refusal } from '../domain/refusal'
import { assertVerdictStands, type VerdictGiven } from '../domain/verdict'
import { ASPECTS, keysOf, VERDICTS } from '../domain/vocabulary'
import { nameOf } from './changes'
import {
  assertNotCut,
  assertPlaced,
  claimForArticle,
  naming,
  newest,
  unsupportedVerdicts,
  waived,
} from './claim-on-file'
import { command } from './door'
import { id, neededProse, prose } from './fields'

/** Says what the check of a claim's printed words concluded. Earlier verdicts stay on record; the newest counts. */
export const giveVerdict = command({
  permission: 'claim.rate',
  input: z
    .object({
      claimId: id,
      aspect: z.enum(keysOf(ASPECTS), 'Choose “Said” or “So”.').default('so'),
      verdict: z.enum(keysOf(VERDICTS), 'Choose a verdict.'),
      rationale: prose(),
      searched: prose(),
      change: prose(),
      writersWord: prose(),
      /** The verdict on this aspect that the form was opened over; empty when there was none. */
      over: z.string().default(''),
    })
    .transform(onlyWhatBelongs),
  subject: claimForArticle,

  async run({ actor, input: { claimId, over, ...given }, subject: { claim }, record }) {
    assertNotCut(claim)
    assertPlaced(claim)
    const last = newest(claim).find(({ aspect }) => aspect === given.aspect)
    if ((last?.id ?? '') !== over) {
      const now = last ? VERDICTS[last.verdict] : 'no verdict'
      throw new Conflict(
        `${last ? await nameOf(actor, last.givenById) : 'Somebody'} gave a verdict while you had this open: ${now}${last?.rationale ? `, “${last.rationale}”` : ''}. Send again to give yours after it; both stay on record.`,
        { verdict: `Stored now: ${now}` },
        { over: last?.id ?? '' },
      )
    }
    assertVerdictStands({ ...claim, waivedAspects: waived(claim) }, given)

    const { exact: words, revisionId } = claim.anchor
    const verdictId = await insertVerdict(actor, {
      ...{ ...given, claimId, revisionId, words },
      check: 'first',
      blind: false,
    })
    const change =
      given.aspect === 'said' ? { saidVerdict: given.verdict } : { soVerdict: given.verdict }
    const others = unsupportedVerdicts(claim).filter(({ aspect }) => aspect !== given.aspect)
    const status = others.length > 0 ? 'in_progress' : statusAfterVerdict({ ...claim, ...change })
    await updateClaim(actor, claimId, { ...change, status })
    const { aspect, verdict } = given
    const instead = last?.verdict ?? null
    record({ type: 'verdict.given', ...naming(claim), verdictId, aspect, verdict, instead, words })
    return { status, standing: verificationStatus({ ...claim, ...change, status }) }
  },
})

/** An editor accepts, by name and with a reason, that one aspect of a claim rests on secondary support. */
export const waiveSecondary = command({
  permission: 'claim.waive',
  input: z.object({
    claimId: id,
    aspect: z.enum(keysOf(ASPECTS), 'Choose “Said” or “So”.').default('so'),
    reason: neededProse('Say why secondary support is enough here.'),
  }),
  subject: claimForArticle,

  async run({ actor, input, subject: { claim }, record }) {
    assertNotCut(claim)
    if (!aspectsOf(claim).includes(input.aspect)) {
      const message = 'This claim reports nobody’s words, so there is no “said” to support.'
      throw new Refusal('invalid', message, { aspect: message })
    }
    await insertWaiver(actor, input)
    record({ type: 'support.waived', ...naming(claim), aspect: input.aspect, reason: input.reason })
  },
})

/** A form keeps what was typed for another verdict; only what belongs to the chosen one is stored. */
function onlyWhatBelongs<Given extends VerdictGiven>(given: Given): Given {
  const { verdict } = given
  return {
    ...given,
    searched: verdict === 'cannot_be_stood_up' ? given.searched : '',
    change: verdict === 'ok_with_change' ? given.change : '',
    writersWord: verdict === 'on_author' ? given.writersWord : '',
  }
}
