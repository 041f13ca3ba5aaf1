import { z } from 'zod'
import { insertCapture } from '@/lib/db/captures/captures'
import { insertStoredFiles } from '@/lib/db/captures/files'
import { insertTextSketch } from '@/lib/db/captures/text-sketches'
import { findSource, type Source, updateSource } from '@/lib/db/sources/sources'
import type { DeskEvent } from '@/lib/domain/audit/events'
import {
  CAPTURE_ROLES,
  type CaptureFacts,
  captureAnswer,
  captureFacts,
} from '@/lib/domain/captures/capture'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { isSketch, type TextSketch } from '@/lib/domain/sources/text-sketch'
import { keysOf } from '@/lib/domain/vocabulary'
import { askForStamps } from '../captures/ask-for-stamps'
import { assertRoom } from '../captures/files'
import { command } from '../command'
import { changesBetween } from '../edit-conflicts'
import { id, needed } from '../fields'
import { assertStillIndependent } from './independence'
import { SOURCE_FIELDS } from './sources'

const part = z.object({
  role: z.enum(keysOf(CAPTURE_ROLES)),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
  mediaType: needed('The kind of the file is missing.'),
  name: needed('The name of the file is missing.'),
})

/**
 * Puts a page on record that was kept, with files that the store holds, and fills in what the source did not say of
 * itself. What is said of it here was found out by the job; no form sends it.
 */
export const keepCapture = command('keepCapture', {
  permission: 'source.keep',
  input: z.object({
    sourceId: id,
    address: z.string(),
    answers: z.array(captureAnswer),
    facts: captureFacts,
    lacks: z.string(),
    parts: z.array(part).min(1),
    /** Of the part that is its text; without one it is compared with no other text. */
    sketch: z.custom<TextSketch>(isSketch).nullable().default(null),
  }),
  subject: (actor, { sourceId }) => findSource(actor, sourceId),

  async run({ actor, input: { facts, sketch, ...page }, subject: source, record }) {
    const { parts, address } = page
    await assertRoom(
      actor,
      parts.reduce((sum, { bytes }) => sum + bytes, 0),
    )
    await insertStoredFiles(actor, parts)
    const text = parts.find(({ role }) => role === 'text')
    if (text && sketch) await insertTextSketch(actor, text.sha256, sketch)
    const captureId = await insertCapture(actor, { ...page, ...facts, way: 'page' })
    const files = parts.map(({ sha256 }) => sha256)
    const title = await fillIn(actor, { source, facts, record })
    record({ type: 'capture.kept', sourceId: source.id, title, captureId, files, address })
    await askForStamps(actor, captureId, record)
    return { captureId }
  },
})

/** Fills in what the source's form leaves empty; its title too where that is only the address. Gives the title. */
async function fillIn(
  actor: Actor,
  {
    source,
    facts,
    record,
  }: { source: Source; facts: CaptureFacts; record: (event: DeskEvent) => void },
): Promise<string> {
  const { kind, title, publisher, published, url, origin, note } = source
  const stored = { kind, title, publisher, published, url, origin, note }
  const filled = {
    ...stored,
    title: (title === url.slice(0, 500) && facts.title.slice(0, 500)) || title,
    publisher: publisher || (await independent(actor, source, facts.publisher.slice(0, 300))),
    published: published || facts.published,
  }
  if (SOURCE_FIELDS.every(({ printed }) => printed(filled) === printed(stored))) return title
  const changes = changesBetween(SOURCE_FIELDS, stored, filled)
  await updateSource(actor, source.id, filled)
  record({ type: 'source.changed', sourceId: source.id, title, changes })
  return filled.title
}

/** The publisher, unless a verdict counts this source and another of that publisher's as independent: then a person says. */
async function independent(actor: Actor, source: Source, publisher: string): Promise<string> {
  if (publisher === '') return ''
  const changes = new Map([[source.id, { publisher }]])
  return assertStillIndependent(actor, changes, 'publisher').then(
    () => publisher,
    (error) => {
      if (error instanceof Refusal) return ''
      throw error
    },
  )
}
