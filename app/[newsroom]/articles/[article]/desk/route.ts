import { findActor } from '@/lib/auth/current-actor'
import { type DeskNews, findDesk } from '@/lib/db/workspace/find-desk'
import { findDeskChanges } from '@/lib/db/workspace/find-desk-changes'

/**
 * What the workspace shows, as JSON for a page that is open and has the text with the hash `has`: what changed after
 * the place `since` in the log, or else all of it.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/desk'>,
) {
  const { newsroom, article: slug } = await params
  const asked = new URL(request.url).searchParams
  const has = asked.get('has') ?? ''
  const number = (name: string) => Number(asked.get(name)) || 0
  const known = { slug, has, since: number('since'), claim: number('claim'), kept: number('kept') }
  const actor = await findActor(newsroom)
  const changes = actor && (await findDeskChanges(actor, known))
  if (changes) return Response.json(changes, { headers: FRESH })
  const desk = actor && (await findDesk(actor, known))
  if (!desk) return new Response(null, { status: 404 })

  const { text, blocks, ...revision } = desk.revision
  const news: DeskNews = { ...desk, revision: has === revision.sha256 ? revision : desk.revision }
  return Response.json(news, { headers: FRESH })
}

const FRESH = { 'cache-control': 'no-store' }
