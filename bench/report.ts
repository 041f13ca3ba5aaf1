import { readFileSync } from 'node:fs'
import { chromium } from '@playwright/test'
import { findChromium } from '@/e2e/support/chromium'
import { findReport } from '@/lib/db/report/find-report'
import type { Report } from '@/lib/domain/report/schema'
import { reportAnnotations } from '@/lib/reports/annotations/annotations'
import { reportHtml } from '@/lib/reports/html/report'
import { reportJson } from '@/lib/reports/json'
import { reportMarkdown } from '@/lib/reports/markdown/report'
import { reportPdf } from '@/lib/reports/pdf/pdf'
import { reportCsv } from '@/lib/reports/table/csv'
import { reportXlsx } from '@/lib/reports/table/xlsx'
import { reportDocx } from '@/lib/reports/word/report'
import type { BigArticle } from './support/big-article'
import { cookieOf } from './support/cookie'
import { line, median, ratio } from './support/print-measure'

const ROUNDS = 3

/** The report as a tagged PDF, against Chromium printing the same report from HTML; and the memory of the server. */
export async function measureReport(article: BigArticle): Promise<void> {
  const report = await findReport(article.actor, article.slug)
  if (!report) throw new Error('there is no report')
  await reportPdf(report)

  const browser = await chromium.launch({ executablePath: await findChromium() })
  const page = await browser.newPage()
  const times = { typst: [] as number[], chromium: [] as number[] }
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    await reportPdf({ ...report, generatedBy: `Ada ${round}` })
    const between = performance.now()
    await page.setContent(reportHtml(report), { waitUntil: 'load' })
    await page.pdf({ format: 'A4', tagged: true, outline: true })
    times.typst.push(between - start)
    times.chromium.push(performance.now() - between)
  }
  await browser.close()
  await measureForms(report, median(times.chromium))
  const [ours, theirs] = [median(times.typst), median(times.chromium)]
  line(
    `PDF of the report: ${ours.toFixed(0)} ms, printed by Chromium: ${theirs.toFixed(0)} ms (medians)`,
  )
  ratio('Time of the PDF against Chromium printing its HTML', ours / theirs, { most: 1 })
}

/** Every form that other programs open: within two seconds, or else sooner than Chromium prints the same. */
async function measureForms(report: Report, printed: number): Promise<void> {
  for (const [form, make] of Object.entries(FORMS)) {
    await make(report)
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const start = performance.now()
      await make({ ...report, generatedBy: `Ada ${round}` })
      times.push(performance.now() - start)
    }
    const took = median(times)
    line(`The report as ${form}: ${took.toFixed(0)} ms for ${report.claims.length} claims (median)`)
    ratio(`Time of the ${form} against 2 s or Chromium`, took / Math.max(2_000, printed), {
      most: 1,
    })
  }
}

const FORMS: Record<string, (report: Report) => unknown> = {
  'Word file': reportDocx,
  Markdown: reportMarkdown,
  workbook: reportXlsx,
  CSV: reportCsv,
  JSON: reportJson,
  HTML: reportHtml,
  annotations: (report) => reportAnnotations(report, 'https://desk.example/articles/bench'),
}

/** Asks the running server for every form of the report, so that its memory is that of real use. */
export async function askForReports(base: string, { actor, newsroom, slug }: BigArticle) {
  const headers = { cookie: await cookieOf(actor) }
  for (const format of ['pdf', 'docx', 'md', 'xlsx', 'html', 'csv', 'json', 'pdf']) {
    const answer = await fetch(`${base}/${newsroom}/articles/${slug}/report/${format}`, { headers })
    await answer.arrayBuffer()
    if (!answer.ok) throw new Error(`the ${format} report answered ${answer.status}`)
  }
}

/** The most memory that a process has held, in mebibytes, as the kernel counted it; Linux only. */
export function peakMemory(pid: number | undefined): number {
  const [, kibibytes] = readFileSync(`/proc/${pid}/status`, 'utf8').match(/VmHWM:\s+(\d+)/) ?? []
  return Number(kibibytes) / 1024
}
