import { findKnownReport } from '../../db/report/find-report'
import { Refusal } from '../../domain/refusal'
import type { Report } from '../../domain/report/schema'
import { reportAnnotations } from '../../reports/annotations/annotations'
import { exportFileName, reportFileName } from '../../reports/file-name'
import { isReportFormat, REPORT_FORMATS } from '../../reports/formats'
import { findSeen } from './people'
import { refusePlace, writeOut } from './write-out'

interface Wanted {
  article: string
  /** The email address of whoever looks. */
  as: string
  format: string
  /** The revision that it has to be of. */
  revision?: number
  /** Where to; without, the folder that one stands in, under the name that the page gives it. */
  output?: string
  /** The address of the installation. */
  origin: string
}

/** Writes the fact-check report of an article's newest text, as its page hands it to this person. */
export async function writeReport({ article: named, as, format, origin, ...wanted }: Wanted) {
  const { actor, article } = await findSeen(named, as)
  const report = await findKnownReport(actor, article.slug)
  if (!report) throw new Refusal('not-found', `“${article.headline}” has no text yet.`)
  const { number } = report.revision
  if (wanted.revision !== undefined && wanted.revision !== number) {
    throw new Refusal(
      'conflict',
      `The report is of the newest text, which is revision ${number}, not ${wanted.revision}. Of an earlier one, what was handed out then is what holds.`,
    )
  }
  const file = wanted.output ?? nameOf(report, format)
  refusePlace(file)
  const address = new URL(
    `/${actor.newsroomSlug}/articles/${encodeURIComponent(article.slug)}`,
    origin,
  ).href
  const content = isReportFormat(format)
    ? await REPORT_FORMATS[format].make(report, origin)
    : reportAnnotations(report, address)
  await writeOut(file, content)
  const { sha256 } = report.revision
  const { slug, headline } = article
  const { generatedAt, generatedBy } = report
  return {
    ...{ file, format, newsroom: actor.newsroomSlug, slug, headline },
    ...{ revision: number, sha256, generatedAt, generatedBy },
  }
}

const nameOf = (report: Report, format: string) =>
  isReportFormat(format)
    ? reportFileName(report, format)
    : exportFileName(report, 'annotations', 'jsonld')
