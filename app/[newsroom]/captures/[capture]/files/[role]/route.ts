import { findActor } from '@/lib/auth/current-actor'
import { findCapture } from '@/lib/db/captures/captures'
import { unstorable } from '@/lib/domain/text/blocks'
import { openStore } from '@/lib/evidence/files/open-store'
import { serveFile } from '@/lib/evidence/serving/serve-file'
import { answerJson } from '@/lib/forms/refusal-response'

/**
 * A file of a capture: as an attachment, or with `view` in a form that a page of ours can show and that cannot run. A file
 * that is gone or altered is refused as that.
 */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[newsroom]/captures/[capture]/files/[role]'>,
) {
  const { newsroom, capture: id, role } = await params
  const actor = await findActor(newsroom)
  const capture = actor && !unstorable(id) ? await findCapture(actor, id) : null
  const part = capture?.parts.find((one) => one.role === role)
  if (!actor || !part) return new Response(null, { status: 404 })

  const file = { newsroomId: actor.newsroomId, sha256: part.sha256, bytes: part.bytes }
  const view = new URL(request.url).searchParams.has('view')
  let served: Response | undefined
  const refused = await answerJson(async () => {
    served = await serveFile(openStore(), { file, part, view, range: request.headers.get('range') })
  })
  return served ?? refused
}
