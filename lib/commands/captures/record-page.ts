import { z } from 'zod'
import { insertCapture } from '@/lib/db/captures/captures'
import { insertStoredFiles } from '@/lib/db/captures/files'
import { insertTextSketch } from '@/lib/db/captures/text-sketches'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { CAPTURE_ROLES, captureAnswer, captureFacts } from '@/lib/domain/captures/capture'
import type { Actor } from '@/lib/domain/policy'
import { isSketch, type TextSketch } from '@/lib/domain/sources/text-sketch'
import { keysOf } from '@/lib/domain/vocabulary'
import { needed } from '../fields'
import { askForStamps } from './ask-for-stamps'
import { assertRoom } from './files'

const part = z.object({
  role: z.enum(keysOf(CAPTURE_ROLES)),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
  mediaType: needed('The kind of the file is missing.'),
  name: needed('The name of the file is missing.'),
})

/** What a job found out about a page that it kept; no form sends it. */
export const pageFields = {
  address: z.string(),
  answers: z.array(captureAnswer),
  facts: captureFacts,
  lacks: z.string(),
  parts: z.array(part).min(1),
  /** Of the part that is its text; without one it is compared with no other text. */
  sketch: z.custom<TextSketch>(isSketch).nullable().default(null),
}

const page = z.object(pageFields)

/** Puts a page on record as a capture of a source, whose files the store holds; has it dated where the newsroom dates each. */
export async function recordPage(
  actor: Actor,
  {
    source: { id: sourceId, title },
    page: { parts, address, answers, lacks, facts, sketch },
    record,
  }: {
    source: { id: string; title: string }
    page: z.output<typeof page>
    record: (event: DeskEvent) => void
  },
): Promise<string> {
  await assertRoom(
    actor,
    parts.reduce((sum, { bytes }) => sum + bytes, 0),
  )
  await insertStoredFiles(actor, parts)
  const text = parts.find(({ role }) => role === 'text')
  if (text && sketch) await insertTextSketch(actor, text.sha256, sketch)
  const seen = { address, answers, lacks, parts, ...facts }
  const captureId = await insertCapture(actor, { sourceId, way: 'page', ...seen })
  const files = parts.map(({ sha256 }) => sha256)
  record({ type: 'capture.kept', sourceId, title, captureId, files, address })
  await askForStamps(actor, captureId, record)
  return captureId
}
