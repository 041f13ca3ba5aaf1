/** What a form says of evidence, and of the source that it comes from. */

import { z } from 'zod'
import { findCapture } from '@/lib/db/captures/captures'
import type { Claim } from '@/lib/db/claims/whole-claims'
import { type EvidenceDetails, findStandingSource, insertSource } from '@/lib/db/sources/sources'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { passageSchema } from '@/lib/domain/captures/passage'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { locatorProblem } from '@/lib/domain/sources/locator'
import { ASPECTS, DIRECTNESSES, keysOf, STANCES } from '@/lib/domain/vocabulary'
import { needed, neededId, optionalId, parsedJson, prose } from '../fields'
import { assertNew, sourceDetails } from './sources'

export const evidenceDetails = z.object({
  aspect: z
    .enum([...keysOf(ASPECTS), 'both'], 'Choose what it bears on.')
    .default('both')
    .transform((aspect) => (aspect === 'both' ? null : aspect)),
  stance: z.enum(keysOf(STANCES), 'Choose what the source does to the claim.'),
  directness: z.enum(keysOf(DIRECTNESSES), 'Choose how direct the source is.'),
  locator: needed(
    'Say where in the source: a page, paragraph, timecode, cell or section.',
  ).superRefine((text, context) => {
    const message = locatorProblem(text)
    if (message) context.addIssue({ code: 'custom', message })
  }),
  excerpt: prose(),
  note: prose(),
  /** The copy in which the passage stands, and where in it. */
  captureId: optionalId,
  passage: z.preprocess(
    (sent) => (sent === undefined || sent === '' ? null : parsedJson(sent)),
    passageSchema.nullable(),
  ),
})

const CHOOSE = 'Choose a source from the list, or add a new one.'

/** A new source beside the evidence is filled in on the same form, under names of its own. */
const NEW_SOURCE = 'new'

/**
 * The source that evidence comes from: one that is on file, or a new one, whose fields are looked at together with those
 * of the evidence, so that one refusal names all that needs another look.
 */
export const sourceField = z
  .looseObject({ sourceId: neededId(CHOOSE) })
  .transform(({ sourceId, ...raw }, context) => {
    if (sourceId !== NEW_SOURCE) return { source: sourceId }
    const parsed = sourceDetails.safeParse({ ...raw, note: '' })
    if (parsed.success) return { source: parsed.data }
    for (const { path, message } of parsed.error.issues) {
      context.addIssue({ code: 'custom', path, message })
    }
    return z.NEVER
  })

/** Finds the source, or the one that it became, or puts a new one on file. */
export async function sourceFor(
  actor: Actor,
  source: z.output<typeof sourceField>['source'],
  record: (event: DeskEvent) => void,
): Promise<{ id: string; title: string }> {
  if (typeof source === 'string') {
    const found = await findStandingSource(actor, source)
    if (found) return found
    throw new Refusal('invalid', CHOOSE, { sourceId: CHOOSE })
  }
  await assertNew(actor, source)
  const sourceId = await insertSource(actor, source)
  record({ type: 'source.added', sourceId, title: source.title, kind: source.kind })
  return { id: sourceId, title: source.title }
}

/** A plain claim has one aspect, so its evidence need not name it. */
export function aspectFor(
  claim: Claim,
  aspect: EvidenceDetails['aspect'],
): EvidenceDetails['aspect'] {
  return claim.claimant === null ? null : aspect
}

/** Refuses a passage without a copy that it stands in, and a copy of another source. */
export async function assertOfSource(
  actor: Actor,
  { captureId, passage }: Pick<EvidenceDetails, 'captureId' | 'passage'>,
  sourceId: string,
): Promise<void> {
  const capture = captureId ? await findCapture(actor, captureId) : null
  const isThere = captureId ? capture?.sourceId === sourceId : passage === null
  if (isThere) return
  const message = 'The passage stands in a copy that is not one of this source. Choose it again.'
  throw new Refusal('invalid', message, { locator: message })
}
