import { z } from 'zod'
import { insertCapture } from '@/lib/db/captures/captures'
import {
  type ArrivedFile,
  findArrivedFile,
  findFileRoom,
  insertArrivedFile,
  insertStoredFiles,
} from '@/lib/db/captures/files'
import { listStoredBytes } from '@/lib/db/captures/stored-bytes'
import { insertTextSketch } from '@/lib/db/captures/text-sketches'
import { findStandingSource } from '@/lib/db/sources/sources'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { captureFacts } from '@/lib/domain/captures/capture'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { isSketch, type TextSketch } from '@/lib/domain/sources/text-sketch'
import { command } from '../command'
import { id, needed } from '../fields'
import { askForStamps } from './ask-for-stamps'

const sha256 = z.string().regex(/^[0-9a-f]{64}$/)
const kept = z.object({ sha256, bytes: z.int().nonnegative() })

/**
 * Puts a file on record that came whole and that the store holds, and its readable text. What is said of it here was
 * found out by the server; no form sends it.
 */
export const receiveFile = command('receiveFile', {
  permission: 'source.add',
  input: z.object({
    file: kept,
    /** Without a sketch it is compared with no other text. */
    text: kept.extend({ sketch: z.custom<TextSketch>(isSketch).optional() }).nullable(),
    mediaType: needed('The kind of the file is missing.'),
    name: needed('The name of the file is missing.'),
    facts: captureFacts,
    warnings: z.array(z.string()),
  }),
  subject: async () => ({}),

  async run({ actor, input: { file, text, ...arrival }, record }) {
    await assertRoom(actor, file.bytes)
    await insertStoredFiles(actor, text ? [file, text] : [file])
    if (text?.sketch) await insertTextSketch(actor, text.sha256, text.sketch)
    const textSha256 = text?.sha256 ?? ''
    const arrivalId = await insertArrivedFile(actor, {
      ...arrival,
      ...{ sha256: file.sha256, textSha256 },
    })
    record({ type: 'file.arrived', ...file, name: arrival.name })
    return { arrivalId }
  },
})

/** Keeps a file that this person brought as what was seen of a source. */
export const keepFile = command('keepFile', {
  permission: 'source.keep',
  input: z.object({ sourceId: id, arrivalId: id }),
  // A file that somebody else brought is as if it were not there.
  async subject(actor, { sourceId, arrivalId }) {
    const arrived = await findArrivedFile(actor, arrivalId)
    return arrived && findStandingSource(actor, sourceId)
  },

  async run({ actor, input: { arrivalId }, subject: source, record }) {
    return { captureId: await keepArrival(actor, { arrivalId, source, record }) }
  },
})

/** Makes a capture of a file that arrived, says so in the log, and answers with the capture's id. */
export async function keepArrival(
  actor: Actor,
  {
    arrivalId,
    source,
    record,
  }: {
    arrivalId: string
    source: { id: string; title: string }
    record: (event: DeskEvent) => void
  },
): Promise<string> {
  const arrived = await findArrivedFile(actor, arrivalId)
  if (!arrived) throw new Refusal('invalid', GONE, { arrivalId: GONE })
  const parts = await partsOf(actor, arrived)
  const captureId = await insertCapture(actor, {
    ...{ sourceId: source.id, way: 'upload', address: '', answers: [], lacks: '' },
    ...{ ...arrived.facts, parts },
  })
  const files = parts.map((part) => part.sha256)
  record({ type: 'capture.kept', sourceId: source.id, title: source.title, captureId, files })
  await askForStamps(actor, captureId, record)
  return captureId
}

const GONE = 'This file is not here any more. Choose it again.'

async function partsOf(actor: Actor, { sha256, mediaType, name, textSha256 }: ArrivedFile) {
  const bytes = await listStoredBytes(actor, [sha256, textSha256])
  const lengthOf = (hash: string) => bytes.get(hash) ?? 0
  const original = { role: 'original' as const, sha256, mediaType, name, bytes: lengthOf(sha256) }
  if (!textSha256) return [original]
  return [
    original,
    {
      ...{ role: 'text' as const, sha256: textSha256, bytes: lengthOf(textSha256) },
      ...{ mediaType: 'text/plain; charset=utf-8', name: `${name}.txt` },
    },
  ]
}

/** Refuses what the newsroom has no room for. `bytes` is the length of the file. */
export async function assertRoom(actor: Actor, bytes: number): Promise<void> {
  const { kept, quota } = await findFileRoom(actor)
  if (kept + bytes <= quota) return
  const room = `${Math.max(0, Math.floor((quota - kept) / 1e6)).toLocaleString('en')} MB`
  const message = `There is no room for this file: the newsroom may keep ${room} more. An admin can allow more than that.`
  throw new Refusal('invalid', message, { file: message })
}
