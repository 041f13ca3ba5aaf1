import { findActor } from '@/lib/auth/current-actor'
import { findBundle } from '@/lib/db/report/bundles'
import { unstorable } from '@/lib/domain/text/blocks'
import { openStore } from '@/lib/evidence/files/open-store'
import { serveFile } from '@/lib/evidence/serving/serve-file'
import { answerJson } from '@/lib/forms/refusal-response'

/** An evidence bundle, for whoever had it made and still sees the article as they did then. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/bundles/[job]'>,
) {
  const { newsroom, article: slug, job: jobId } = await params
  const actor = await findActor(newsroom)
  const made = actor && !unstorable(jobId) ? await findBundle(actor, { slug, jobId }) : null
  if (!actor || !made) return new Response('There is no such bundle.', { status: 404 })

  const { sha256, bytes, name } = made
  const file = { newsroomId: actor.newsroomId, sha256, bytes }
  const part = { mediaType: 'application/zip', name }
  let served: Response | undefined
  const refused = await answerJson(async () => {
    const range = request.headers.get('range')
    served = await serveFile(openStore(), { file, part, view: false, range })
  })
  return served ?? refused
}
