import { findActor, stillThere } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { changeStream } from '@/lib/live/event-stream'

export async function GET(request: Request, { params }: RouteContext<'/[newsroom]/live'>) {
  const actor = await findActor((await params).newsroom)
  if (!actor) return new Response(null, { status: 404 })

  const asked = new URL(request.url).searchParams
  const slug = asked.get('article')
  const article = slug === null ? null : await findArticle(actor, { slug })
  if (slug !== null && !article) return new Response(null, { status: 404 })

  const stream = changeStream(actor, {
    articleId: article?.id ?? null,
    windowId: asked.get('window'),
    since: Number(asked.get('since')) || 0,
    async stillThere() {
      const now = await stillThere(actor)
      return now && (!article || (await findArticle(now, { id: article.id }))) ? now : null
    },
  })
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
