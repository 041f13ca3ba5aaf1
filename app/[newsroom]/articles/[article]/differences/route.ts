import { findActor } from '@/lib/auth/current-actor'
import { findDifferences } from '@/lib/db/ledger/differences'

/** Where the newest text of an article differs from the ledger, as JSON for the workspace. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/differences'>,
) {
  const { newsroom, article } = await params
  const actor = await findActor(newsroom)
  const found = actor && (await findDifferences(actor, article))
  if (!found) return new Response(null, { status: 404 })
  return Response.json(found, { headers: { 'cache-control': 'no-store' } })
}
