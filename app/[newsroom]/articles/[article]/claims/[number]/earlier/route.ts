import { findActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { findClaimPlace } from '@/lib/db/claims/claims'
import { findEarlierChecks } from '@/lib/db/search-index/find-earlier'
import { findPublishedOn } from '@/lib/db/search-index/find-published'

/** What the newsroom checked before that likely says the same as a claim, or the contrary, as JSON for the workspace. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/claims/[number]/earlier'>,
) {
  const { newsroom, article: slug, number } = await params
  const actor = await findActor(newsroom)
  const article = actor && (await findArticle(actor, { slug }))
  const known = /^[1-9]\d{0,5}$/.test(number)
  const claim =
    actor &&
    article &&
    known &&
    (await findClaimPlace(actor, { articleId: article.id, number: Number(number) }))
  if (!claim) return new Response(null, { status: 404 })
  const looked = { claimId: claim.id, words: claim.anchor.exact, language: article.language }
  const [earlier, published] = await Promise.all([
    findEarlierChecks(actor, looked),
    findPublishedOn(actor, looked),
  ])
  return Response.json({ earlier, published }, { headers: { 'cache-control': 'no-store' } })
}
