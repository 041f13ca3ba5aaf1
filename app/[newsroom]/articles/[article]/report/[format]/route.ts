import { findActor } from '@/lib/auth/current-actor'
import { findKnownReport } from '@/lib/db/report/find-report'
import { attachment, reportFileName } from '@/lib/reports/file-name'
import { isReportFormat, REPORT_FORMATS } from '@/lib/reports/formats'

export async function GET(
  request: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/report/[format]'>,
) {
  const { newsroom, article: slug, format } = await params
  const form = isReportFormat(format) ? REPORT_FORMATS[format] : undefined
  const actor = form && (await findActor(newsroom))
  const report = actor && (await findKnownReport(actor, slug))
  if (!form || !report) return new Response('There is no such report.', { status: 404 })

  const origin = process.env.NEXTAUTH_URL ?? new URL(request.url).origin
  return new Response(await form.make(report, origin), {
    headers: {
      'content-type': form.type,
      'content-disposition': attachment(reportFileName(report, format)),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
