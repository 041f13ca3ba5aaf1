import { readFile } from 'node:fs/promises'
import { findActor } from '@/lib/auth/current-actor'
import { attachment } from '@/lib/reports/file-name'
import { demoDraft } from './demo-draft'

/** The demonstration's article as a draft in Word, to bring it in; outside of the demonstration there is none. */
export async function GET(_: Request, { params }: RouteContext<'/[newsroom]/demo-draft'>) {
  const actor = await findActor((await params).newsroom)
  const file = demoDraft()
  const bytes = actor && file && (await readFile(file).catch(() => null))
  if (!bytes) return new Response(null, { status: 404 })
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': attachment('s-400-draft.docx'),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
