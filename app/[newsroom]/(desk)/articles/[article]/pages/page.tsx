import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { KeepLinks } from '@/components/sources/keep-page'
import { CitedPageTable } from '@/components/watches/cited-page-table'
import { LookAgain, WatchForm } from '@/components/watches/watch-form'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { listFailedLooks } from '@/lib/db/jobs/looks'
import { listCitedPages } from '@/lib/db/watches/cited-pages'
import { can } from '@/lib/domain/policy'
import { SCHEDULES, scheduleOf } from '@/lib/domain/watches/schedule'

type Props = PageProps<'/[newsroom]/articles/[article]/pages'>

export async function generateMetadata({ params }: Props) {
  const { newsroom, article: slug } = await params
  const article = await findArticle(await requireActor(newsroom), { slug })
  return { title: article ? `Cited pages · ${article.headline}` : 'Cited pages' }
}

/** The pages that an article cites, which of them are kept, and how often they are looked at again. */
export default async function CitedPagesPage({ params }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const article = (await findArticle(actor, { slug })) ?? notFound()
  const [pages, failed] = await Promise.all([
    listCitedPages(actor, article.id),
    listFailedLooks(actor, article.id),
  ])
  const mayKeep = can(actor, 'source.keep', article)
  const watched = pages.flatMap(({ watch }) => watch ?? [])
  const schedule = scheduleOf(watched[0]?.everyHours ?? null)
  const isKept = pages.some(({ kept }) => kept !== null)

  return (
    <div className="page cited-pages-page">
      <ArticleHead article={article} address={`/${newsroom}/articles/${slug}`}>
        <h1>Cited pages</h1>
        <p>
          What a page says can change, or go. Here is what was kept of each, and what it says now.
        </p>
      </ArticleHead>
      {pages.length === 0 ? (
        <p className="empty quiet">No evidence of this article has an address yet.</p>
      ) : (
        <>
          {isKept && !mayKeep && (
            <p>Kept pages are looked at again: {SCHEDULES[schedule].toLowerCase()}.</p>
          )}
          {mayKeep && (
            <div className="watching">
              {isKept && <WatchForm articleId={article.id} schedule={schedule} />}
              <div className="actions">
                {watched.length > 0 && <LookAgain articleId={article.id} />}
                {pages.some(({ kept }) => kept === null) && <KeepLinks articleId={article.id} />}
              </div>
            </div>
          )}
          <CitedPageTable {...{ actor, pages, failed }} />
        </>
      )}
    </div>
  )
}
