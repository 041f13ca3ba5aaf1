import { z } from 'zod'
import { findActor } from '@/lib/auth/current-actor'
import { findWaiting } from '@/lib/db/waiting/find-waiting'
import { updateReadLines } from '@/lib/db/waiting/read-lines'
import { keyOf } from '@/lib/domain/waiting/kinds'
import { rateLimit } from '@/lib/live/rate-limit'

const key = z.string().max(100)
const Marked = z.strictObject({
  read: z.record(key, z.array(z.string().max(100)).max(5_000)),
  unread: z.array(key).max(5_000),
})

/** In bytes, of what a browser may say here. */
const MOST = 1_000_000

const mayMark = rateLimit({ burst: 30, perSecond: 3 })

/**
 * Somebody says which lines of what waits for them they have read, or have not. That is theirs alone and changes nothing in
 * the newsroom, so it is no command and in no log. Of what does not wait for them nothing is kept.
 */
export async function POST(request: Request, { params }: RouteContext<'/[newsroom]/waiting/read'>) {
  const actor = await findActor((await params).newsroom)
  if (!actor) return new Response(null, { status: 404 })
  if (!mayMark(actor.sessionId)) {
    return new Response(null, { status: 429, headers: { 'retry-after': '5' } })
  }
  const said = Marked.safeParse(await readJson(request))
  if (!said.success) return new Response(null, { status: 400 })

  const { lines } = await findWaiting(actor)
  const read = lines.flatMap((line) => {
    const parts = said.data.read[keyOf(line)]
    return parts ? [[keyOf(line), line.parts.filter((part) => parts.includes(part))] as const] : []
  })
  await updateReadLines(actor, {
    read: Object.fromEntries(read),
    unread: said.data.unread,
    waiting: lines.map(keyOf),
  })
  return new Response(null, { status: 204 })
}

/** Only JSON, which browsers let no other site send here. */
async function readJson(request: Request): Promise<unknown> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  const isJson = request.headers.get('content-type') === 'application/json'
  if (!isJson || !(length <= MOST)) return null
  return request.json().catch(() => null)
}
