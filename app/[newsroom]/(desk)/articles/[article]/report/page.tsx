import { notFound } from 'next/navigation'
import { BundlePanel } from '@/components/report/bundle-panel'
import { ExchangePanel } from '@/components/report/exchange-panel'
import { WordPanel } from '@/components/report/word-panel'
import { Link } from '@/components/ui/links/link'
import { LongMarkup, WholeMarkup } from '@/components/ui/long-markup'
import { PrintButton } from '@/components/ui/print-button'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { findBundleJob, listBundles } from '@/lib/db/report/bundles'
import { findKnownReport } from '@/lib/db/report/find-report'
import { can } from '@/lib/domain/policy'
import { isLong, reportBeginning, reportBody } from '@/lib/reports/html/report'

type Props = PageProps<'/[newsroom]/articles/[article]/report'>

export async function generateMetadata({ params }: Props) {
  const { article } = await params
  return { title: `Report · ${article}` }
}

/** The report on screen is the very page that is exported. */
export default async function ReportPage({ params }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const report = (await findKnownReport(actor, slug)) ?? notFound()
  const article = (await findArticle(actor, { slug })) ?? notFound()
  const job = await findBundleJob(actor, article.id)
  const here = `/${newsroom}/articles/${slug}`

  return (
    <div className="page report-page">
      <link rel="stylesheet" href="/api/report-style" precedence="medium" />
      <nav className="report-tools" aria-label="Report">
        <Link className="button plain" href={here}>
          ← Back to the article
        </Link>
        <span>
          <PrintButton />
          {Object.entries(FORMATS).map(([format, label]) => (
            <a key={format} className="button" href={`${here}/report/${format}`} download>
              {label}
            </a>
          ))}
        </span>
      </nav>
      {isLong(report) ? (
        <LongMarkup
          beginning={reportBeginning(report)}
          address={`${here}/report/body`}
          whole={`${here}/report/html`}
        />
      ) : (
        <WholeMarkup markup={reportBody(report, '')} />
      )}
      <ExchangePanel
        address={here}
        may={{
          mark: can(actor, 'claim.mark', article),
          publish: can(actor, 'article.publish', article),
        }}
      />
      <WordPanel path={here} />
      <BundlePanel
        articleId={article.id}
        path={here}
        job={job}
        manages={job !== null && can(actor, 'job.manage', job)}
        bundles={await listBundles(actor, article)}
        withLog={can(actor, 'newsroom.read-log', {})}
      />
    </div>
  )
}

const FORMATS = {
  pdf: 'PDF',
  docx: 'Word',
  html: 'HTML',
  md: 'Markdown',
  xlsx: 'Excel',
  csv: 'CSV',
  json: 'JSON',
}
