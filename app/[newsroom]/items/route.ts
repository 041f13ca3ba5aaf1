import { findActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { findItemOnDesk } from '@/lib/db/articles/item-versions'
import { ITEM_KINDS, type KnownItem } from '@/lib/domain/articles/item-version'
import { can } from '@/lib/domain/policy'
import { isOut } from '@/lib/domain/publication/publication'
import { unstorable } from '@/lib/domain/text/blocks'
import { keysOf } from '@/lib/domain/vocabulary'

/** Whether the person sees an article that was read from this item, as JSON: null where they see none. */
export async function GET(request: Request, { params }: RouteContext<'/[newsroom]/items'>) {
  const actor = await findActor((await params).newsroom)
  if (!actor) return new Response(null, { status: 404 })
  const asked = new URL(request.url).searchParams
  const uri = asked.get('uri') ?? ''
  const kind = keysOf(ITEM_KINDS).find((one) => one === asked.get('kind'))
  const isAsked = kind !== undefined && uri !== '' && unstorable(uri) === null
  const version = isAsked ? await findItemOnDesk(actor, { kind, uri }) : null
  const article = version && (await findArticle(actor, { id: version.articleId }))
  const known: KnownItem | null = article && {
    ...version,
    article: {
      ...{ id: article.id, slug: article.slug, headline: article.headline },
      newest: article.revisionNumber,
      canRevise: can(actor, 'article.revise', article) && !isOut(article.state),
    },
  }
  return Response.json(known, { headers: { 'cache-control': 'no-store' } })
}
