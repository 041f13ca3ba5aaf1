import { findActor } from '@/lib/auth/current-actor'
import { findKnownReport } from '@/lib/db/report/find-report'
import type { Report } from '@/lib/domain/report/schema'
import { attachment, reportFileName } from '@/lib/reports/file-name'
import { reportHtml } from '@/lib/reports/html/report'
import { reportJson } from '@/lib/reports/json'
import { reportMarkdown } from '@/lib/reports/markdown/report'
import { reportPdf } from '@/lib/reports/pdf/pdf'
import { reportCsv } from '@/lib/reports/table/csv'
import { reportXlsx } from '@/lib/reports/table/xlsx'
import { reportDocx } from '@/lib/reports/word/report'

/** Every form in which the report leaves Stet, all made from one value. */
const FORMS: Record<
  string,
  { type: string; make: (report: Report, origin: string) => Promise<BodyInit> | BodyInit }
> = {
  html: { type: 'text/html; charset=utf-8', make: reportHtml },
  pdf: {
    type: 'application/pdf',
    make: async (report) => new Uint8Array(await reportPdf(report)),
  },
  docx: {
    type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    make: reportDocx,
  },
  md: { type: 'text/markdown; charset=utf-8', make: reportMarkdown },
  xlsx: {
    type: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    make: reportXlsx,
  },
  csv: { type: 'text/csv; charset=utf-8', make: reportCsv },
  json: { type: 'application/json', make: reportJson },
}

export async function GET(
  request: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/report/[format]'>,
) {
  const { newsroom, article: slug, format } = await params
  const form = Object.hasOwn(FORMS, format) ? FORMS[format] : undefined
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
