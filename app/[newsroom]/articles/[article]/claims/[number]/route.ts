import { findActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { findDossier } from '@/lib/db/workspace/dossiers'

/** All that is on file about one claim, as JSON for the workspace. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/claims/[number]'>,
) {
  const { newsroom, article: slug, number } = await params
  const actor = await findActor(newsroom)
  const article = actor && (await findArticle(actor, { slug }))
  const known = /^[1-9]\d{0,5}$/.test(number)
  const dossier =
    actor && article && known && (await findDossier(actor, article.id, Number(number)))
  if (!dossier) return new Response(null, { status: 404 })
  return Response.json(dossier, { headers: { 'cache-control': 'no-store' } })
}
