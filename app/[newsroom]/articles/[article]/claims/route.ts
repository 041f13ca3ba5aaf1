import { findActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { listChangedClaims } from '@/lib/db/claims/changed-claims'
import { type Dossier, listDossiers } from '@/lib/db/workspace/dossiers'
import type { Actor } from '@/lib/domain/policy'

/**
 * What is on file about the article's claims, a JSON object on each line: first whether all claims
 * follow or only those that changed since the asked place in the log, then the dossiers, and at the
 * end the place to ask from next time. Without that last line the answer is not whole.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/claims'>,
) {
  const { newsroom, article: slug } = await params
  const actor = await findActor(newsroom)
  const article = actor && (await findArticle(actor, { slug }))
  if (!article) return new Response(null, { status: 404 })

  const since = Math.trunc(Number(new URL(request.url).searchParams.get('since'))) || 0
  const lines = linesOf(actor, { articleId: article.id, since })
  const encoder = new TextEncoder()
  const stream = new ReadableStream<Uint8Array>({
    async pull(stream) {
      const { value, done } = await lines.next()
      if (done) stream.close()
      else stream.enqueue(encoder.encode(value.map((one) => `${JSON.stringify(one)}\n`).join('')))
    },
    async cancel() {
      await lines.return(undefined)
    },
  })
  return new Response(stream, {
    // Lines of JSON have no registered type; as text they are compressed on the way.
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' },
  })
}

async function* linesOf(
  actor: Actor,
  about: { articleId: string; since: number },
): AsyncGenerator<(Dossier | { whole: boolean } | { upTo: number })[]> {
  const changed = await listChangedClaims(actor, about)
  yield [{ whole: changed === null }]
  yield* listDossiers(actor, { articleId: about.articleId, claimIds: changed ?? undefined })
  yield [{ upTo: actor.seenSeq }]
}
