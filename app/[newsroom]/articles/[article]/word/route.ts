import { findActor } from '@/lib/auth/current-actor'
import { findKnownReport } from '@/lib/db/report/find-report'
import { Refusal } from '@/lib/domain/refusal'
import { documentWishesSchema } from '@/lib/domain/report/document-wishes'
import { articleDocx } from '@/lib/reports/document/article-docx'
import { attachment, checkedFileName } from '@/lib/reports/file-name'
import { findOriginal } from './find-original'

/** The article as a Word document with what is on file put on its words, as far as it is wanted and as its reader may see it. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/word'>,
) {
  const { newsroom, article: slug } = await params
  const asked = Object.fromEntries(new URL(request.url).searchParams)
  const wishes = documentWishesSchema.safeParse(asked)
  if (!wishes.success) return new Response('There is no such reader.', { status: 400 })
  const actor = await findActor(newsroom)
  const report = actor && (await findKnownReport(actor, slug))
  if (!actor || !report) return new Response('There is no such article.', { status: 404 })

  try {
    const file = await articleDocx(report, wishes.data, await findOriginal(actor, report))
    return new Response(new Uint8Array(file), {
      headers: {
        'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
        'content-disposition': attachment(checkedFileName(report)),
        'cache-control': 'private, no-store',
        'x-content-type-options': 'nosniff',
      },
    })
  } catch (error) {
    if (error instanceof Refusal) return new Response(error.message, { status: 409 })
    throw error
  }
}
