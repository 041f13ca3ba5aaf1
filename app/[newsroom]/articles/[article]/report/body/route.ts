import { findActor } from '@/lib/auth/current-actor'
import { findKnownReport } from '@/lib/db/report/find-report'
import { reportBody } from '@/lib/reports/html/report'

/** The report as a fragment for its own page; as plain text, so that it is no page by itself. */
export async function GET(
  _: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/report/body'>,
) {
  const { newsroom, article: slug } = await params
  const actor = await findActor(newsroom)
  const report = actor && (await findKnownReport(actor, slug))
  if (!report) return new Response('There is no such report.', { status: 404 })
  return new Response(reportBody(report, ''), {
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
