import { findActor } from '@/lib/auth/current-actor'
import { listJobsById } from '@/lib/db/jobs/jobs'
import { unstorable } from '@/lib/domain/text/blocks'

/** So many jobs are told of at most. */
const MOST = 100

/** How some jobs stand that the person may see, and what came of those that they asked for, as JSON for a page that shows them. */
export async function GET(request: Request, { params }: RouteContext<'/[newsroom]/job-states'>) {
  const actor = await findActor((await params).newsroom)
  if (!actor) return new Response(null, { status: 404 })
  const asked = new URL(request.url).searchParams.get('ids') ?? ''
  const ids = unstorable(asked) ? [] : asked.split(',').slice(0, MOST)
  const states = (await listJobsById(actor, ids)).map((job) => {
    const { id, state, progress, says, output, askedById } = job
    return { id, state, progress, says, ...(askedById === actor.userId && { output }) }
  })
  return Response.json(states, { headers: { 'cache-control': 'no-store' } })
}
