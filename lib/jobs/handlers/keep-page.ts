import { rm } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { assertRoom } from '@/lib/commands/captures/files'
import { keepCapture } from '@/lib/commands/sources/keep-capture'
import { listAllowedHosts } from '@/lib/db/captures/allowed-hosts'
import { findSource } from '@/lib/db/sources/sources'
import type { CaptureFacts, CapturePart, CaptureRole } from '@/lib/domain/captures/capture'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { sketchOf } from '@/lib/domain/sources/text-sketch'
import type { HashedFile, KeptFile } from '@/lib/evidence/files/kept-file'
import { filesFolder, openStore } from '@/lib/evidence/files/open-store'
import { type FetchedPage, fetchPage } from '@/lib/evidence/keeping/fetch-page'
import { keepText, lookAt } from '@/lib/evidence/keeping/what-arrived'
import type { Handler } from './handler'

const kept = z.object({ captureId: z.string() })

/**
 * Keeps what is at a source's address: what the site answered with, byte for byte, its readable text, and every answer on
 * the way. Ends in the command {@link keepCapture}.
 */
export const keepPage: Handler = async (job, { actor, report, signal }) => {
  const source = job.sourceId ? await findSource(actor, job.sourceId) : null
  if (!source) throw new Refusal('not-found', 'The source is not here, or no longer.')
  report(5, `Asking ${hostOf(source.url)} for the page`)
  const allowed = await listAllowedHosts(actor)
  const folder = path.join(path.dirname(filesFolder()), 'pages')
  const page = await fetchPage(source.url, { folder, allowed, signal })
  try {
    report(50, 'Reading its words')
    const { name, address: url, file } = page
    if (file.bytes === 0) throw new Refusal('invalid', 'The site answered with nothing.')
    const read = await lookAt(file.path, { name, mediaType: page.mediaType, url })
    signal.throwIfAborted()
    report(80, 'Keeping it')
    const parts = await keepParts(actor, { page, mediaType: read.mediaType, text: read.text })
    const capture = await keepCapture(actor, {
      ...{ formId: job.id, sourceId: source.id, address: source.url, answers: page.answers, parts },
      sketch: read.text === null ? null : sketchOf(read.text),
      ...{ facts: storable(read.facts), lacks: isPage(read.mediaType) ? ALONE : '' },
    })
    return kept.parse(capture)
  } finally {
    await rm(page.file.path, { force: true })
  }
}

const ALONE =
  'Kept are the page itself, its words and its headers, without pictures and what else it loaded.'

const isPage = (mediaType: string) => /html/.test(mediaType)

function hostOf(url: string): string {
  try {
    return new URL(url).host
  } catch {
    return 'the site'
  }
}

/** Puts the files of a page into the store, where there is room for them. */
async function keepParts(
  actor: Actor,
  { page, mediaType, text }: { page: FetchedPage; mediaType: string; text: string | null },
): Promise<CapturePart[]> {
  await assertRoom(actor, page.file.bytes + Buffer.byteLength(text ?? ''))
  const store = openStore()
  const original = await store.take(page.file, { newsroomId: actor.newsroomId })
  const words = await keepText(store, actor.newsroomId, text)
  const { name } = page
  return [
    partOf('original', original, { mediaType, name }),
    ...(words
      ? [partOf('text', words, { mediaType: 'text/plain; charset=utf-8', name: `${name}.txt` })]
      : []),
  ]
}

function partOf(
  role: CaptureRole,
  { sha256, bytes }: KeptFile | HashedFile,
  { mediaType, name }: { mediaType: string; name: string },
): CapturePart {
  return { role, sha256, bytes, mediaType, name }
}

/** What a page says of itself, as a row can hold it: whole characters (no lone half of one), no NUL, not endless. */
function storable(facts: CaptureFacts): CaptureFacts {
  const line = (text: string) =>
    Buffer.from(text.replaceAll('\0', '').replace(/\s+/g, ' ').trim()).toString().slice(0, 500)
  return {
    title: line(facts.title),
    byline: line(facts.byline),
    publisher: line(facts.publisher),
    published: line(facts.published),
    language: line(facts.language),
  }
}
