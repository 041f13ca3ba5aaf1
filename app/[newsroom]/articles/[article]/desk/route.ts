import { findActor } from '@/lib/auth/current-actor'
import { type DeskNews, findDesk } from '@/lib/db/workspace/find-desk'

/** Everything that the workspace shows, as JSON for a page that is open and has the text with the hash `has`. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/desk'>,
) {
  const { newsroom, article: slug } = await params
  const asked = new URL(request.url).searchParams
  const actor = await findActor(newsroom)
  const desk = actor && (await findDesk(actor, { slug, claim: Number(asked.get('claim')) }))
  if (!desk) return new Response(null, { status: 404 })

  const { text, blocks, ...revision } = desk.revision
  const hasText = asked.get('has') === revision.sha256
  const news: DeskNews = { ...desk, revision: hasText ? revision : desk.revision }
  return Response.json(news, { headers: { 'cache-control': 'no-store' } })
}
