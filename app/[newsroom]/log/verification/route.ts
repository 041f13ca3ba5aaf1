import { findActor } from '@/lib/auth/current-actor'
import { findChainHead, listAuditPages } from '@/lib/db/audit/log'
import { type ChainCheck, walkChain } from '@/lib/domain/audit/hash-chain'
import { type Actor, can } from '@/lib/domain/policy'

/**
 * Verifies the newsroom's log while it is read, a JSON object on each line: how far it has come, and at last what came of
 * it. Entries that come meanwhile are left for the next time.
 */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[newsroom]/log/verification'>,
) {
  const actor = await findActor((await params).newsroom)
  if (!actor || !can(actor, 'newsroom.read-log', {})) return new Response(null, { status: 404 })

  const lines = linesOf(actor)
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    async pull(stream) {
      const { value, done } = await lines.next()
      if (done) stream.close()
      else stream.enqueue(encoder.encode(`${JSON.stringify(value)}\n`))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
  return new Response(stream, {
    headers: { 'content-type': 'application/jsonl; charset=utf-8', 'cache-control': 'no-store' },
  })
}

async function* linesOf(actor: Actor): AsyncGenerator<Verifying> {
  const head = await findChainHead(actor)
  const walk = walkChain()
  let walked = 0
  for await (const page of listAuditPages(actor, head.seq)) {
    if (walk.on(page)) break
    walked += page.length
    yield { walked, of: head.seq }
  }
  yield { check: walk.end(head) }
}

export type Verifying = { walked: number; of: number } | { check: ChainCheck }
