import { z } from 'zod'
import type { Claim } from '@/lib/db/claims/whole-claims'
import {
  type EvidenceDetails,
  findSource,
  insertEvidence,
  insertSource,
  updateEvidence,
} from '@/lib/db/sources/sources'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { hiddenFrom } from '@/lib/domain/claims/blind-check'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { ASPECTS, DIRECTNESSES, keysOf, STANCES, VERDICTS } from '@/lib/domain/vocabulary'
import { checksOf } from '../claims/check-rules'
import {
  aboutClaim,
  assertNotCut,
  claimForArticle,
  unsupportedVerdicts,
} from '../claims/claim-subject'
import { command, parse } from '../command'
import { assertNewestVersion, changesBetween, type Field } from '../edit-conflicts'
import { id, needed, neededProse, prose, version, wordsSeen } from '../fields'
import { assertWordsSeen } from '../preconditions'
import { assertNew, sourceDetails } from './sources'

const details = z.object({
  aspect: z
    .enum([...keysOf(ASPECTS), 'both'], 'Choose what it bears on.')
    .default('both')
    .transform((aspect) => (aspect === 'both' ? null : aspect)),
  stance: z.enum(keysOf(STANCES), 'Choose what the source does to the claim.'),
  directness: z.enum(keysOf(DIRECTNESSES), 'Choose how direct the source is.'),
  locator: needed('Say where in the source: a page, paragraph, timecode, cell or section.')
    .refine(
      (text) => !WHOLE_DOCUMENT.test(text),
      'The whole document is not a place. Name the page, paragraph, timecode, cell or section.',
    )
    .refine(
      (text) => /[\p{L}\p{N}]/u.test(text),
      'Name the page, paragraph, timecode, cell or section.',
    ),
  excerpt: prose(),
  note: prose(),
})

const THING =
  'document|text|article|page|report|source|statement|release|interview|recording|transcript|book|paper|study|film|video|file|site|website|thing|it'
const WHOLE_DOCUMENT = new RegExp(
  `^\\W*((the\\s+)?(whole|entire|full|all)(\\s+(of\\s+)?(the\\s+)?(${THING}))?|everything|everywhere|throughout|passim)\\W*$`,
  'i',
)

/** A new source beside the evidence is filled in on the same form, under names of its own. */
const NEW_SOURCE = 'new'

/** Attaches a source to a claim: one that is on file, or a new one that is put on file with it. */
export const attachEvidence = command('attachEvidence', {
  permission: 'evidence.attach',
  input: details.extend({ claimId: id, sourceId: id, overWords: wordsSeen }).loose(),
  subject: claimForArticle,

  async run({ actor, input, subject: { claim }, record }) {
    assertNotCut(claim)
    assertWordsSeen(claim, input.overWords, 'stance')
    const { stance, locator } = input
    const source = await sourceFor(actor, input, record)
    const evidenceId = await insertEvidence(actor, {
      ...details.parse({ ...input, aspect: aspectFor(claim, input.aspect) ?? 'both' }),
      claimId: claim.id,
      sourceId: source.id,
    })
    const { id: sourceId, title } = source
    record({
      type: 'evidence.attached',
      ...aboutClaim(claim),
      evidenceId,
      sourceId,
      title,
      stance,
      locator,
    })
    return { evidenceId }
  },
})

/** Changes what a source is said to say of a claim. */
export const editEvidence = command('editEvidence', {
  permission: 'evidence.attach',
  input: details.extend({ claimId: id, evidenceId: id, version, overWords: wordsSeen }),
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

/**
 * Refuses to change evidence that was there when a verdict was given which this person may not know yet: whether that
 * rests on it would tell what it is.
 */
function assertNothingHidden(
  actor: Actor,
  claim: Claim,
  { addedAt }: Claim['evidence'][number],
): void {
  if (!hiddenFrom(actor, checksOf(claim)).some(({ givenAt }) => givenAt >= addedAt)) return
  throw new Refusal(
    'conflict',
    'Somebody gave a verdict with this evidence, which you see once your own check is saved. Until then it stays as it is; you can attach more.',
  )
}

/** Refuses to take from a checked claim what its verdict rests on. */
function assertStillStands(claim: Claim, evidence: Claim['evidence']): void {
  if (claim.status !== 'checked') return
  const [fallen] = unsupportedVerdicts(claim, evidence)
  if (!fallen) return
  throw new Refusal(
    'invalid',
    `The verdict ${VERDICTS[fallen.verdict]} rests on this. Set the claim to In progress first, or attach what carries the verdict without it.`,
  )
}

async function sourceFor(
  actor: Actor,
  input: { sourceId: string; [field: string]: unknown },
  record: (event: DeskEvent) => void,
): Promise<{ id: string; title: string }> {
  if (input.sourceId !== NEW_SOURCE) {
    const source = await findSource(actor, input.sourceId)
    if (source) return source
    const message = 'Choose a source from the list, or add a new one.'
    throw new Refusal('invalid', message, { sourceId: message })
  }
  const source = parse(sourceDetails, { ...input, note: '' })
  await assertNew(actor, source)
  const sourceId = await insertSource(actor, source)
  record({ type: 'source.added', sourceId, title: source.title, kind: source.kind })
  return { id: sourceId, title: source.title }
}

/** A plain claim has one aspect, so its evidence need not name it. */
function aspectFor(claim: Claim, aspect: EvidenceDetails['aspect']): EvidenceDetails['aspect'] {
  return claim.claimant === null ? null : aspect
}

function evidenceOf(claim: Claim, evidenceId: string): Claim['evidence'][number] {
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
]
