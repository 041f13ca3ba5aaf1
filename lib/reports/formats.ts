import type { Report } from '@/lib/domain/report/schema'
import { reportHtml } from './html/report'
import { reportJson } from './json'
import { reportMarkdown } from './markdown/report'
import { reportPdf } from './pdf/pdf'
import { reportCsv } from './table/csv'
import { reportXlsx } from './table/xlsx'
import { reportDocx } from './word/report'

type Bytes = Uint8Array<ArrayBuffer> | string

interface Format {
  type: string
  make: (report: Report, origin: string) => Promise<Bytes> | Bytes
}

/** Every form in which the report leaves Stet, all made from one value, by the ending of its file. */
export const REPORT_FORMATS = {
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
} as const satisfies Record<string, Format>

export type ReportFormat = keyof typeof REPORT_FORMATS

export const isReportFormat = (name: string): name is ReportFormat =>
  Object.hasOwn(REPORT_FORMATS, name)
