import { findActor } from '@/lib/auth/current-actor'
import { findKnownReport } from '@/lib/db/report/find-report'
import { reportAnnotations } from '@/lib/reports/annotations/annotations'
import { attachment, exportFileName } from '@/lib/reports/file-name'

/** What is on file about the newest text as W3C Web Annotations, as far as whoever asks may see it. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/annotations'>,
) {
  const { newsroom, article: slug } = await params
  const actor = await findActor(newsroom)
  const report = actor && (await findKnownReport(actor, slug))
  if (!report) return new Response('There is no such article.', { status: 404 })
  const origin = process.env.NEXTAUTH_URL ?? new URL(request.url).origin
  const address = `${new URL(origin).origin}/${newsroom}/articles/${encodeURIComponent(slug)}`
  return new Response(reportAnnotations(report, address), {
    headers: {
      'content-type': 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"',
      'content-disposition': attachment(exportFileName(report, 'annotations', 'jsonld')),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
