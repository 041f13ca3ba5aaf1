import { findActor } from '@/lib/auth/current-actor'
import { listArticles } from '@/lib/db/articles/article-list'
import { unstorable } from '@/lib/domain/text/blocks'
import { ARTICLE_STATES } from '@/lib/domain/vocabulary'

/** How many articles are offered at most. */
const MOST = 8

/** Some articles to go to by the words of their headlines, as JSON for the palette. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[newsroom]/article-choices'>,
) {
  const actor = await findActor((await params).newsroom)
  if (!actor) return new Response(null, { status: 404 })
  const asked = new URL(request.url).searchParams.get('q') ?? ''
  const words = unstorable(asked) ? '' : asked
  const { articles } = await listArticles(actor, { words, take: MOST })
  const choices = articles.map(({ slug, headline, state }) => {
    return { slug, headline, state: ARTICLE_STATES[state] }
  })
  return Response.json(choices, { headers: { 'cache-control': 'no-store' } })
}
