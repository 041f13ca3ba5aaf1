import { findActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { listChangedClaims } from '@/lib/db/claims/changed-claims'
import { type DossierPage, listDossiers } from '@/lib/db/workspace/dossiers'

/**
 * A page of what is on file about the article's claims after a number: of all, or of those that changed since a place
 * in the log. What is asked from next is what the first page said it is up to.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/claims'>,
) {
  const { newsroom, article: slug } = await params
  const actor = await findActor(newsroom)
  const article = actor && (await findArticle(actor, { slug }))
  if (!article) return new Response(null, { status: 404 })

  const { searchParams } = new URL(request.url)
  const asked = (name: string) => Math.trunc(Number(searchParams.get(name))) || 0
  const about = { articleId: article.id, since: asked('since') }
  const claimIds = await listChangedClaims(actor, about)
  const page = await listDossiers(actor, {
    articleId: article.id,
    claimIds: claimIds ?? undefined,
    after: asked('after'),
  })
  return Response.json(
    { whole: claimIds === null, ...page, upTo: actor.seenSeq } satisfies DossierPage,
    {
      headers: { 'cache-control': 'no-store' },
    },
  )
}
