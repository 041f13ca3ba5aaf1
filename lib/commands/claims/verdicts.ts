import { z } from 'zod'
import { updateClaim } from '@/lib/db/claims/claims'
import { asKnownTo } from '@/lib/db/claims/known-claims'
import { insertVerdict, insertWaiver } from '@/lib/db/claims/verdicts'
import type { Claim } from '@/lib/db/claims/whole-claims'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { withoutAspect } from '@/lib/domain/claims/frame'
import { aspectsOf, verificationStatus } from '@/lib/domain/claims/status'
import { assertVerdictStands, type VerdictGiven } from '@/lib/domain/claims/verdict'
import type { Actor } from '@/lib/domain/policy'
import { Conflict, Refusal } from '@/lib/domain/refusal'
import { ASPECTS, type Check, keysOf, VERDICTS, type VerdictKind } from '@/lib/domain/vocabulary'
import { command } from '../command'
import { nameOf } from '../edit-conflicts'
import { id, neededProse, prose, wordsSeen } from '../fields'
import { assertWordsSeen } from '../preconditions'
import { assertCheck, assertChecksDisagree, lastKnown, standingAfter } from './check-rules'
import {
  aboutClaim,
  assertNotCut,
  assertPlaced,
  claimForArticle,
  newest,
  unsupportedVerdicts,
  waived,
} from './claim-subject'
import { isBlind } from './was-blind'

const findings = {
  claimId: id,
  aspect: z.enum(keysOf(ASPECTS), 'Choose “Said” or “So”.').default('so'),
  verdict: z.enum(keysOf(VERDICTS), 'Choose a verdict.'),
  rationale: prose(),
  searched: prose(),
  change: prose(),
  writersWord: prose(),
  /** The claim's words when the form was opened: those that were judged. */
  overWords: wordsSeen,
}

/**
 * Says what the check of a claim's printed words concluded: the first, or the second by somebody who has not seen the
 * first. Earlier verdicts stay on record; of each check the newest counts.
 */
export const giveVerdict = command('giveVerdict', {
  permission: 'claim.rate',
  input: z
    .object({
      ...findings,
      /** Which check the form was opened for. */
      check: z.enum(['first', 'second']).default('first'),
      /** The verdict of this check on this aspect that the form was opened over; empty when there was none. */
      over: z.string().default(''),
    })
    .transform(onlyWhatBelongs),
  subject: claimForArticle,

  async run({ actor, input: { claimId, over, overWords, ...given }, subject: { claim }, record }) {
    assertNotCut(claim)
    assertPlaced(claim)
    assertWordsSeen(claim, overWords, 'verdict')
    await assertCheck(actor, claim, given)
    const last = lastKnown(actor, claim, given)
    if ((last?.id ?? '') !== over) {
      throw await otherVerdict(actor, claim, last, 'give yours after it; both stay on record')
    }
    return putOnFile(actor, claim, { ...given, instead: last?.verdict ?? null, record })
  },
})

/** An editor decides, by name and with a reason, between two checks that disagree; both stay on record. */
export const decideVerdict = command('decideVerdict', {
  permission: 'claim.decide',
  input: z
    .object({
      ...findings,
      rationale: neededProse('Say why you decide so.'),
      /** The newest verdict on this aspect when the form was opened. */
      over: z.string().default(''),
    })
    .transform(onlyWhatBelongs),
  subject: claimForArticle,

  async run({ actor, input: { claimId, over, overWords, ...given }, subject: { claim }, record }) {
    assertNotCut(claim)
    assertPlaced(claim)
    assertWordsSeen(claim, overWords, 'verdict')
    assertChecksDisagree(actor, claim, given.aspect)
    const last = claim.verdicts.find(({ aspect }) => aspect === given.aspect)
    if (last && last.id !== over)
      throw await otherVerdict(actor, claim, last, 'decide with that in mind')
    const instead = newest(claim).find(({ aspect }) => aspect === given.aspect)?.verdict ?? null
    return putOnFile(actor, claim, { ...given, check: 'deciding', instead, record })
  },
})

/** An editor accepts, by name and with a reason, that one aspect of a claim rests on secondary support. */
export const waiveSecondary = command('waiveSecondary', {
  permission: 'claim.waive',
  input: z.object({
    claimId: id,
    aspect: z.enum(keysOf(ASPECTS), 'Choose “Said” or “So”.').default('so'),
    reason: neededProse('Say why secondary support is enough here.'),
    overWords: wordsSeen,
  }),
  subject: claimForArticle,

  async run({ actor, input: { overWords, ...given }, subject: { claim }, record }) {
    assertNotCut(claim)
    assertPlaced(claim)
    assertWordsSeen(claim, overWords, 'reason')
    if (!aspectsOf(claim).includes(given.aspect)) {
      const message = 'This claim reports nobody’s words, so there is no “said” to support.'
      throw new Refusal('invalid', message, { aspect: message })
    }
    const { aspect, reason } = given
    await insertWaiver(actor, { ...given, words: claim.anchor.exact })
    record({ type: 'support.waived', ...aboutClaim(claim), aspect, reason })
  },
})

/** Somebody was first: what they gave, and that sending again means to do this `after` it. */
async function otherVerdict(
  actor: Actor,
  { anchor }: Claim,
  last: Claim['verdicts'][number] | null | undefined,
  after: string,
): Promise<Conflict> {
  const now = last ? VERDICTS[last.verdict] : 'no verdict'
  const who = last ? await nameOf(actor, last.givenById) : 'Somebody'
  const why = last?.rationale ? `, “${last.rationale}”` : ''
  return new Conflict(
    `${who} gave a verdict while you had this open: ${now}${why}. Send again to ${after}.`,
    { verdict: `Stored now: ${now}` },
    { over: last?.id ?? '', overWords: anchor.exact },
  )
}

async function putOnFile(
  actor: Actor,
  claim: Claim,
  {
    instead,
    record,
    ...given
  }: VerdictGiven & {
    check: Check
    instead: VerdictKind | null
    record: (event: DeskEvent) => void
  },
) {
  assertVerdictStands({ ...claim, waivedAspects: waived(claim) }, given)
  const { exact: words, revisionId } = claim.anchor
  const { aspect, verdict, check } = given
  const isSecond = check === 'second'
  const blind = isSecond && (await isBlind(actor, claim, aspect))
  const placed = { ...given, claimId: claim.id, revisionId, words, blind }

  const after = standingAfter(actor, claim, { ...placed, givenById: actor.userId })
  const { disagrees, ...standing } = after
  const others = unsupportedVerdicts(claim).filter((one) => one.aspect !== aspect)
  if (others.length > 0) standing.status = 'in_progress'
  const verdictId = await insertVerdict(actor, placed)
  const frame = isSecond ? {} : withoutAspect(claim, aspect)
  await updateClaim(actor, claim.id, { ...standing, ...frame })
  record({
    type: 'verdict.given',
    ...aboutClaim(claim),
    ...{ verdictId, aspect, verdict, instead, words },
    ...(check !== 'first' && { check }),
    ...(isSecond && { blind }),
    ...(disagrees && { disagrees }),
  })
  const verdicts = [
    { ...placed, id: verdictId, givenById: actor.userId, givenAt: new Date() },
    ...claim.verdicts,
  ]
  const shown = asKnownTo(actor, { ...claim, ...standing, verdicts })
  return { status: shown.status, standing: verificationStatus(shown) }
}

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
