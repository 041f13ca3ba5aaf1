import { z } from 'zod'
import { findActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { findRevision } from '@/lib/db/revisions/revisions'
import { findEarlierChecks } from '@/lib/db/search-index/find-earlier'
import { findPublishedOn } from '@/lib/db/search-index/find-published'

const place = z.coerce.number().int().min(0).max(10_000_000)

/** Where words stand in a text of the article, in UTF-16 units, as the address says it. */
const Place = z.object({ revision: place.min(1), start: place, end: place })

/** What the newsroom checked before that likely says what chosen words say, which are no claim yet, as JSON for the workspace. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/earlier'>,
) {
  const { newsroom, article: slug } = await params
  const actor = await findActor(newsroom)
  const article = actor && (await findArticle(actor, { slug }))
  if (!article) return new Response(null, { status: 404 })
  const said = Place.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!said.success || said.data.end <= said.data.start) return new Response(null, { status: 400 })
  const { revision: number, start, end } = said.data
  const revision = await findRevision(actor, article.id, number)
  if (!revision || end > revision.text.length) return new Response(null, { status: 404 })
  const words = revision.text.slice(start, end)
  const looked = { claimId: null, words, language: article.language }
  const [earlier, published] = await Promise.all([
    findEarlierChecks(actor, looked),
    findPublishedOn(actor, looked),
  ])
  return Response.json({ earlier, published }, { headers: { 'cache-control': 'no-store' } })
}
