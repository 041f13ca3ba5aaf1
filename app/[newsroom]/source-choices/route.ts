import { findActor } from '@/lib/auth/current-actor'
import { listSourceChoices } from '@/lib/db/sources/source-list'
import { unstorable } from '@/lib/domain/text/blocks'

/** Some sources to choose from when evidence is attached, as JSON for the workspace. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[newsroom]/source-choices'>,
) {
  const actor = await findActor((await params).newsroom)
  if (!actor) return new Response(null, { status: 404 })
  const asked = new URL(request.url).searchParams
  const said = (name: string) => {
    const value = asked.get(name) ?? ''
    return unstorable(value) ? '' : value
  }
  const choices = await listSourceChoices(actor, {
    words: said('q'),
    article: said('article'),
    also: said('also'),
  })
  return Response.json(choices, { headers: { 'cache-control': 'no-store' } })
}
