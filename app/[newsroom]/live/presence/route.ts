import { z } from 'zod'
import { findActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { presence } from '@/lib/live/presence-service'
import { rateLimit } from '@/lib/live/rate-limit'

const Here = z.strictObject({
  article: z.string().max(200),
  window: z.uuid(),
  claim: z.int().min(1).max(999_999).nullable(),
})

/** In bytes, of what a browser may say here. */
const MOST = 1_000

const mayTalk = rateLimit({ burst: 20, perSecond: 3 })

/** A window says that an article is open in it, and which claim. Nothing is stored. */
export async function POST(
  request: Request,
  { params }: RouteContext<'/[newsroom]/live/presence'>,
) {
  const actor = await findActor((await params).newsroom)
  if (!actor) return new Response(null, { status: 404 })
  if (!mayTalk(actor.sessionId)) {
    return new Response(null, { status: 429, headers: { 'retry-after': '5' } })
  }
  const said = Here.safeParse(await readJson(request))
  if (!said.success) return new Response(null, { status: 400 })
  const article = await findArticle(actor, { slug: said.data.article })
  if (!article) return new Response(null, { status: 404 })

  const { window: windowId, claim } = said.data
  presence().join({ articleId: article.id, userId: actor.userId, windowId, claim })
  return new Response(null, { status: 204 })
}

/** Only JSON, which browsers let no other site send here. */
async function readJson(request: Request): Promise<unknown> {
  const length = Number(request.headers.get('content-length') ?? Number.NaN)
  const isJson = request.headers.get('content-type') === 'application/json'
  if (!isJson || !(length <= MOST)) return null
  return request.json().catch(() => null)
}
