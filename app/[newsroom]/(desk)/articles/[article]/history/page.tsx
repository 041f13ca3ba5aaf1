import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { EventList } from '@/components/audit/event-list'
import { OlderLinks, ON_A_PAGE, placeIn } from '@/components/audit/pagination'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { listEvents } from '@/lib/db/audit/log-events'
import { findNames } from '@/lib/db/newsroom/members'

type Props = PageProps<'/[newsroom]/articles/[article]/history'>

export async function generateMetadata({ params }: Props) {
  const { newsroom, article: slug } = await params
  const article = await findArticle(await requireActor(newsroom), { slug })
  return { title: article ? `History · ${article.headline}` : 'History' }
}

export default async function HistoryPage({ params, searchParams }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const article = await findArticle(actor, { slug })
  if (!article) notFound()
  const { before, entry } = placeIn(await searchParams)
  const [events, names] = await Promise.all([
    listEvents(actor, { articleId: article.id, before, take: ON_A_PAGE }),
    findNames(actor),
  ])
  const page = `/${newsroom}/articles/${slug}`
  const path = `${page}/history`

  return (
    <div className="page log-page">
      <ArticleHead article={article} address={page}>
        <h1>History</h1>
      </ArticleHead>
      {events.length === 0 && <p className="empty quiet">No entry is older than this.</p>}
      <EventList
        newsroom={newsroom}
        events={events}
        names={names}
        articles={new Map([[article.id, article]])}
        path={path}
        entry={entry}
      />
      <OlderLinks path={path} events={events} before={before} />
    </div>
  )
}
