import { findActor } from '@/lib/auth/current-actor'
import { listProposalAnswers } from '@/lib/db/claims/proposal-answers'

/** What people of the newsroom made of proposals, by rule, as JSON for the workspace that ranks new ones. */
export async function GET(_: Request, { params }: RouteContext<'/[newsroom]/proposal-answers'>) {
  const actor = await findActor((await params).newsroom)
  if (!actor) return new Response(null, { status: 404 })
  const answers = await listProposalAnswers(actor)
  return Response.json(answers, { headers: { 'cache-control': 'no-store' } })
}
