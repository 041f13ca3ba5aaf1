import { z } from 'zod'
import { findActor } from '@/lib/auth/current-actor'
import { assertRoom } from '@/lib/commands/captures/files'
import { can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { beginUpload } from '@/lib/evidence/files/uploads'
import { refuseTooLarge } from '@/lib/evidence/keeping/what-arrived'
import { answerJson } from '@/lib/forms/refusal-response'

const Announced = z.object({
  name: z.string().max(1_000),
  mediaType: z.string().max(200),
  bytes: z.number(),
})

/** Begins the upload of a file: answers with the id under which its bytes are sent, a piece at a time. */
export async function POST(request: Request, { params }: RouteContext<'/[newsroom]/files'>) {
  const actor = await findActor((await params).newsroom)
  if (!actor) return new Response(null, { status: 404 })
  const announced = Announced.safeParse(await request.json().catch(() => null))
  if (!announced.success) return new Response(null, { status: 400 })
  return answerJson(async () => {
    if (!can(actor, 'source.keep', {})) {
      throw new Refusal('not-allowed', 'Your part in this newsroom does not let you keep files.')
    }
    return beginUpload(actor, announced.data, async ({ bytes }) => {
      refuseTooLarge(bytes)
      await assertRoom(actor, bytes)
    })
  })
}
