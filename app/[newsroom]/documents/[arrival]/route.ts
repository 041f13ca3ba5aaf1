import { z } from 'zod'
import { findActor } from '@/lib/auth/current-actor'
import { findArrivedFile } from '@/lib/db/captures/files'
import { findStoredFile } from '@/lib/db/captures/stored-bytes'
import { countNotes } from '@/lib/domain/articles/document-note'
import { can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { openStore } from '@/lib/evidence/files/open-store'
import { readDocument, readKeptPage } from '@/lib/evidence/keeping/read-document'
import { PARSERS } from '@/lib/evidence/parsing/parser-kinds'
import { answerJson } from '@/lib/forms/refusal-response'

const Wishes = z.object({
  choices: z.record(z.string(), z.string()).default({}),
  language: z.string().max(35).default('en'),
  encoding: PARSERS.page.args.shape.encoding,
  /** Where a page came from. */
  from: z.string().max(2_000).default(''),
})

/** Reads a document or a page that this person brought as an article, as they wish, and keeps nothing of it. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/[newsroom]/documents/[arrival]'>,
) {
  const { newsroom, arrival } = await params
  const actor = await findActor(newsroom)
  if (!actor || !can(actor, 'article.bring', {})) return new Response(null, { status: 404 })
  const wishes = Wishes.safeParse(await request.json().catch(() => null))
  if (!wishes.success) return new Response(null, { status: 400 })
  return answerJson(async () => {
    const arrived = await findArrivedFile(actor, arrival)
    const file = arrived && (await findStoredFile(actor, arrived.sha256))
    if (!file) throw new Refusal('not-found', GONE)
    const { encoding, from, ...others } = wishes.data
    if (/html/.test(arrived.mediaType)) {
      const page = { ...others, encoding, from }
      const { notes, ...reading } = await readKeptPage(openStore(), file, page)
      return { ...reading, beside: countNotes(notes) }
    }
    const { blocks, lines, notes } = await readDocument(openStore(), file, {
      ...others,
      name: arrived.name,
    })
    return { blocks, lines, encoding: null, beside: countNotes(notes) }
  })
}

const GONE = 'This document is not here any more. Open it again.'
