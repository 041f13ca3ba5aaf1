import type { ReadableStream as WebStream } from 'node:stream/web'
import { z } from 'zod'
import { findActor } from '@/lib/auth/current-actor'
import { receiveFile } from '@/lib/commands/captures/files'
import { findArrival } from '@/lib/db/captures/files'
import { openStore } from '@/lib/evidence/files/open-store'
import { appendUpload, cancelUpload, findUpload, finishUpload } from '@/lib/evidence/files/uploads'
import { type Arrived, keepText, lookAt } from '@/lib/evidence/keeping/what-arrived'
import { bodyOf } from '@/lib/evidence/serving/request-body'
import { answerJson } from '@/lib/forms/refusal-response'

type Context = RouteContext<'/[newsroom]/files/[upload]'>

/** How many bytes of an upload have arrived: there it goes on after a lost connection. */
export async function GET(_: Request, context: Context) {
  const { actor, upload } = await here(context)
  if (!actor) return new Response(null, { status: 404 })
  return answerJson(() => findUpload(actor, upload))
}

/** Adds the next piece, which begins at the byte that `Upload-Offset` names. */
export async function PATCH(request: Request, context: Context) {
  const { actor, upload } = await here(context)
  if (!actor) return new Response(null, { status: 404 })
  const offset = Number(request.headers.get('upload-offset') ?? Number.NaN)
  const { body } = request
  if (!Number.isSafeInteger(offset) || !body) return new Response(null, { status: 400 })
  const stream = bodyOf(body as WebStream<Uint8Array>)
  return answerJson(async () => ({
    arrived: await appendUpload(actor, upload, { offset, stream }),
  }))
}

const Finished = z.object({ sha256: z.string().regex(/^[0-9a-f]{64}$/i) })

/** Ends an upload with the SHA-256 that the browser computed: the file is looked at, kept, and put on record. */
export async function POST(request: Request, context: Context) {
  const { actor, upload } = await here(context)
  if (!actor) return new Response(null, { status: 404 })
  const finished = Finished.safeParse(await request.json().catch(() => null))
  if (!finished.success) return new Response(null, { status: 400 })
  return answerJson(async () => {
    const store = openStore()
    const { name } = await findUpload(actor, upload)
    let arrived: Arrived | undefined
    const inspect = async (file: string, announced: { name: string; mediaType: string }) => {
      arrived = await lookAt(file, announced)
    }
    const kept = await finishUpload(actor, upload, { ...finished.data, store, inspect })
    // Asked again after its answer got lost: it was put on record the first time.
    if (!arrived) return findArrival(actor, kept.sha256)
    const { mediaType, warnings, facts, text } = arrived
    const keptText = await keepText(store, actor.newsroomId, text)
    const { sha256, bytes } = kept
    const said = warnings.map(({ sentence }) => sentence)
    const received = await receiveFile(actor, {
      ...{ file: { sha256, bytes }, text: keptText, mediaType, name, facts, warnings: said },
    })
    return { ...received, name, mediaType, sha256, facts, warnings: said }
  })
}

/** Gives an upload up, and what arrived of it. */
export async function DELETE(_: Request, context: Context) {
  const { actor, upload } = await here(context)
  if (!actor) return new Response(null, { status: 404 })
  return answerJson(() => cancelUpload(actor, upload))
}

async function here({ params }: Context) {
  const { newsroom, upload } = await params
  return { actor: await findActor(newsroom), upload }
}
