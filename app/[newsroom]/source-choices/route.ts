import { findActor } from '@/lib/auth/current-actor'
import { listSourceChoices } from '@/lib/db/sources/sources'

/** The sources to choose from when evidence is attached, as JSON for the workspace. */
export async function GET(
  _request: Request,
  { params }: RouteContext<'/[newsroom]/source-choices'>,
) {
  const actor = await findActor((await params).newsroom)
  if (!actor) return new Response(null, { status: 404 })
  return Response.json(await listSourceChoices(actor), { headers: { 'cache-control': 'no-store' } })
}
