import { z } from 'zod'
import { findActor } from '@/lib/auth/current-actor'
import { can } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { readSheetFile } from '@/lib/evidence/keeping/read-sheet-file'
import { PARSERS } from '@/lib/evidence/parsing/parser-kinds'
import { answerJson } from '@/lib/forms/refusal-response'

const { name, worksheet, separator, encoding } = PARSERS.sheet.args.shape

/** How the sheet is to be read, as an address says it. */
const Wishes = z.object({
  name: name.max(1_000),
  worksheet: z.coerce.number().pipe(worksheet.unwrap()).optional(),
  separator,
  encoding,
})

/** Reads a sheet of checks, which is the body, as its address says, and keeps nothing of it. */
export async function POST(request: Request, { params }: RouteContext<'/[newsroom]/sheets'>) {
  const actor = await findActor((await params).newsroom)
  if (!actor || !can(actor, 'source.add', {})) return new Response(null, { status: 404 })
  const wishes = Wishes.safeParse(Object.fromEntries(new URL(request.url).searchParams))
  if (!wishes.success) return new Response(null, { status: 400 })
  return answerJson(async () => {
    const bytes = new Uint8Array(await request.arrayBuffer())
    if (bytes.length === 0) throw new Refusal('invalid', 'There is nothing in this file.')
    return readSheetFile(bytes, wishes.data)
  })
}
