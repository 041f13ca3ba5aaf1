import { z } from 'zod'
import { insertDocument } from '@/lib/db/articles/documents'
import { findArrivedFile } from '@/lib/db/captures/files'
import { insertJob } from '@/lib/db/jobs/jobs'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { id, parsedJson } from './fields'

/** The document that a text was read from: a file that this person brought, and what was chosen for its account. */
export const documentField = z
  .preprocess(
    (sent) => (sent === undefined || sent === '' ? null : parsedJson(sent)),
    z.object({ arrivalId: id, choices: z.record(z.string(), z.string()) }).nullable(),
  )
  .default(null)

/** Keeps the document that a new revision was read from with it, and has a job find what it says beside the text. */
export async function bringDocument(
  actor: Actor,
  { articleId, revisionId, revision }: { articleId: string; revisionId: string; revision: number },
  document: z.output<typeof documentField>,
  record: (event: DeskEvent) => void,
): Promise<void> {
  if (document === null) return
  const arrived = await findArrivedFile(actor, document.arrivalId)
  if (!arrived) {
    const message = 'The document that this text was read from is not here any more. Open it again.'
    throw new Refusal('invalid', message, { blocks: message })
  }
  const { sha256, name } = arrived
  const { choices } = document
  const documentId = await insertDocument(actor, { articleId, revisionId, sha256, name, choices })
  record({ type: 'document.brought', articleId, documentId, name, sha256, revision })
  const asked = { kind: 'find_notes' as const, about: name, articleId }
  const jobId = await insertJob(actor, { ...asked, input: { documentId } })
  record({ type: 'job.asked', jobId, ...asked })
}
