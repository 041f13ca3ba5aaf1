import { findActor } from '@/lib/auth/current-actor'
import { recordFileCheck } from '@/lib/commands/captures/file-checks'
import { countStoredFiles, listBundleFiles, listStoredFiles } from '@/lib/db/captures/file-checks'
import { type Actor, can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { openStore } from '@/lib/evidence/files/open-store'
import { checkKeptFiles } from '@/lib/evidence/keeping/check-kept-files'

/**
 * Reads all kept files of the newsroom and compares their hashes, which may take long: a line of JSON for each step, the
 * last of which says that what was found is on record, or why it is not. Whoever goes away ends it.
 */
export async function POST(_: Request, { params }: RouteContext<'/[newsroom]/files/check'>) {
  const actor = await findActor((await params).newsroom)
  if (!actor || !can(actor, 'newsroom.manage', {})) return new Response(null, { status: 404 })
  return new Response(checking(actor), {
    headers: {
      'content-type': 'application/x-ndjson',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}

function checking(actor: Actor): ReadableStream<Uint8Array> {
  const gone = new AbortController()
  return new ReadableStream({
    async start(stream) {
      const tell = (step: object) => {
        if (!gone.signal.aborted) stream.enqueue(encoder.encode(`${JSON.stringify(step)}\n`))
      }
      try {
        await check(actor, tell, gone.signal)
        tell({ done: true })
      } catch (error) {
        tell({ message: error instanceof Refusal ? error.message : BROKEN })
        if (!(error instanceof Refusal || gone.signal.aborted)) console.error(error)
      }
      if (!gone.signal.aborted) stream.close()
    },
    cancel: () => gone.abort(),
  })
}

const encoder = new TextEncoder()

const BROKEN = 'The check broke off, and nothing was put on record. Try it again.'

async function check(
  actor: Actor,
  tell: (step: object) => void,
  signal: AbortSignal,
): Promise<void> {
  const of = await countStoredFiles(actor)
  let told = Number.NEGATIVE_INFINITY
  const found = await checkKeptFiles(openStore(), {
    ...{ newsroomId: actor.newsroomId, rows: rowsOf(actor), signal },
    onRead(read) {
      if (performance.now() - told < EVERY) return
      told = performance.now()
      tell({ read, of })
    },
  })
  signal.throwIfAborted()
  await recordFileCheck(actor, found)
}

/** How often it is told how far it is, in milliseconds. */
const EVERY = 200

async function* rowsOf(actor: Actor) {
  for (let after = ''; ; ) {
    const page = await listStoredFiles(actor, after)
    yield* page
    const last = page.at(-1)
    if (!last) break
    after = last.sha256
  }
  yield* await listBundleFiles(actor)
}
