import { findActor, stillThere } from '@/lib/auth/actor'
import { findArticle } from '@/lib/db/articles'
import { changeStream } from '@/lib/live/streams'

export async function GET(request: Request, { params }: RouteContext<'/[newsroom]/live'>) {
  const actor = await findActor((await params).newsroom)
  if (!actor) return new Response(null, { status: 404 })

  const slug = new URL(request.url).searchParams.get('article')
  const article = slug === null ? null : await findArticle(actor, { slug })
  if (slug !== null && !article) return new Response(null, { status: 404 })

  const stream = changeStream(actor, article?.id ?? null, () => stillThere(actor))
  return new Response(stream, {
    headers: {
      'content-type': 'text/event-stream',
      'cache-control': 'no-cache, no-transform',
      'x-accel-buffering': 'no',
    },
  })
}
