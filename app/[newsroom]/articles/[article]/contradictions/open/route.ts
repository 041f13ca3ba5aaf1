import { findActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { countContradictions } from '@/lib/db/contradictions/find-contradictions'

/** How many contradictions of an article are open, as JSON for the workspace. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/contradictions/open'>,
) {
  const { newsroom, article: slug } = await params
  const actor = await findActor(newsroom)
  const article = actor && (await findArticle(actor, { slug }))
  if (!article) return new Response(null, { status: 404 })
  const open = await countContradictions(actor, article)
  return Response.json({ open }, { headers: { 'cache-control': 'no-store' } })
}
