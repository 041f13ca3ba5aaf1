import { z } from 'zod'
import type { Claim } from '@/lib/db/claims/whole-claims'
import { type EvidenceDetails, insertEvidence, updateEvidence } from '@/lib/db/sources/sources'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { locatorOf } from '@/lib/domain/captures/passage'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { ASPECTS, DIRECTNESSES, STANCES } from '@/lib/domain/vocabulary'
import { keepArrival } from '../captures/files'
import { aboutClaim, assertNotCut, claimForArticle } from '../claims/claim-subject'
import { command } from '../command'
import { assertNewestVersion, changesBetween, type Field } from '../edit-conflicts'
import { id, neededProse, optionalId, version, wordsSeen } from '../fields'
import { assertWordsSeen } from '../preconditions'
import {
  aspectFor,
  assertOfSource,
  evidenceDetails,
  sourceField,
  sourceFor,
} from './evidence-fields'
import { assertNothingHidden, assertStillStands } from './evidence-rules'

/** Attaches a source to a claim: one that is on file, or a new one that is put on file with it; and keeps a file of it that arrived. */
export const attachEvidence = command('attachEvidence', {
  permission: 'evidence.attach',
  input: z.intersection(
    evidenceDetails.extend({ claimId: id, overWords: wordsSeen, arrivalId: optionalId }),
    sourceField,
  ),
  subject: claimForArticle,

  async run({ actor, input, subject: { claim }, record }) {
    assertNotCut(claim)
    assertWordsSeen(claim, input.overWords, 'stance')
    const source = await sourceFor(actor, input.source, record)
    const captureId = input.arrivalId
      ? await keepArrival(actor, { arrivalId: input.arrivalId, source, record })
      : input.captureId
    const said = { ...input, captureId }
    return { evidenceId: await attach(actor, { claim, input: said, source, record }) }
  },
})

/** Attaches a source that is on file to a claim, says so in the log, and answers with the evidence's id. */
export async function attach(
  actor: Actor,
  {
    claim,
    input: { aspect, ...said },
    source: { id: sourceId, title },
    record,
  }: {
    claim: Claim
    input: EvidenceDetails
    source: { id: string; title: string }
    record: (event: DeskEvent) => void
  },
): Promise<string> {
  const { stance, directness, locator, excerpt, note, captureId, passage } = said
  await assertOfSource(actor, { captureId, passage }, sourceId)
  const details = {
    ...{ aspect: aspectFor(claim, aspect), stance, directness, locator, excerpt, note },
    ...{ captureId, passage },
  }
  const evidenceId = await insertEvidence(actor, { ...details, claimId: claim.id, sourceId })
  const what = { evidenceId, sourceId, title, stance, locator }
  record({ type: 'evidence.attached', ...aboutClaim(claim), ...what })
  return evidenceId
}

/** Changes what a source is said to say of a claim. */
export const editEvidence = command('editEvidence', {
  permission: 'evidence.attach',
  input: evidenceDetails.extend({ claimId: id, evidenceId: id, version, overWords: wordsSeen }),
  subject: claimForArticle,

  async run({ actor, input: sentOver, subject: { claim }, record }) {
    const { claimId, evidenceId, overWords, ...input } = sentOver
    assertNotCut(claim)
    const evidence = evidenceOf(claim, evidenceId)
    const sent = { ...input, aspect: aspectFor(claim, input.aspect) }
    await assertNewestVersion(
      actor,
      { evidenceId, types: ['evidence.changed'] },
      FIELDS,
      evidence,
      sent,
    )
    assertWordsSeen(claim, overWords, 'stance')
    await assertOfSource(actor, sent, evidence.source.id)
    const changes = changesBetween(FIELDS, evidence, sent)

    const { version: _, ...details } = sent
    assertNothingHidden(actor, claim, evidence)
    assertStillStands(
      claim,
      claim.evidence.map((one) => (one.id === evidenceId ? { ...one, ...details } : one)),
    )
    await updateEvidence(actor, evidenceId, details)
    record({
      type: 'evidence.changed',
      ...aboutClaim(claim),
      evidenceId,
      title: evidence.source.title,
      changes,
    })
  },
})

/** Takes evidence off a claim, with a reason. It stays in the history. */
export const detachEvidence = command('detachEvidence', {
  permission: 'evidence.attach',
  input: z.object({
    claimId: id,
    evidenceId: id,
    reason: neededProse('Say why it does not bear on this claim.'),
  }),
  subject: claimForArticle,

  async run({ actor, input: { evidenceId, reason }, subject: { claim }, record }) {
    assertNotCut(claim)
    const detached = evidenceOf(claim, evidenceId)
    assertNothingHidden(actor, claim, detached)
    assertStillStands(
      claim,
      claim.evidence.filter((one) => one.id !== evidenceId),
    )
    await updateEvidence(actor, evidenceId, { detachedAt: new Date() })
    const { title } = detached.source
    record({ type: 'evidence.detached', ...aboutClaim(claim), evidenceId, title, reason })
  },
})

/** The evidence of a claim with this id; refuses one that was taken off. */
export function evidenceOf(claim: Claim, evidenceId: string): Claim['evidence'][number] {
  const found = claim.evidence.find((evidence) => evidence.id === evidenceId)
  if (!found) throw new Refusal('not-found', 'This evidence was taken off the claim.')
  return found
}

const FIELDS: Field<EvidenceDetails>[] = [
  {
    name: 'aspect',
    label: 'what it bears on',
    printed: ({ aspect }) => (aspect ? ASPECTS[aspect] : 'Both'),
  },
  { name: 'stance', label: 'stance', printed: ({ stance }) => STANCES[stance] },
  {
    name: 'directness',
    label: 'directness',
    printed: ({ directness }) => DIRECTNESSES[directness],
  },
  { name: 'locator', label: 'locator', printed: ({ locator }) => locator },
  { name: 'excerpt', label: 'excerpt', printed: ({ excerpt }) => excerpt },
  { name: 'note', label: 'note', printed: ({ note }) => note },
  {
    name: 'passage',
    label: 'passage',
    printed: ({ passage }) => (passage ? locatorOf(passage) : ''),
  },
]
