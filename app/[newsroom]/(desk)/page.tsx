import Link from 'next/link'
import { ArticleTable } from '@/components/articles/article-table'
import { requireActor } from '@/lib/auth/current-actor'
import { listArticles } from '@/lib/db/articles/articles'
import { countOpenQueries } from '@/lib/db/discussion/queries'
import { findNames } from '@/lib/db/newsroom/members'
import { can } from '@/lib/domain/policy'

export async function generateMetadata({ params }: PageProps<'/[newsroom]'>) {
  return { title: `Articles · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

export default async function ArticlesPage({ params }: PageProps<'/[newsroom]'>) {
  const actor = await requireActor((await params).newsroom)
  const [articles, names, queries] = await Promise.all([
    listArticles(actor),
    findNames(actor),
    countOpenQueries(actor),
  ])
  const bring = can(actor, 'article.bring', {}) && (
    <Link className="button primary" href={`/${actor.newsroomSlug}/articles/new`}>
      Bring in an article
    </Link>
  )

  return (
    <div className="page">
      <div className="page-head">
        <h1>Articles</h1>
        {articles.length > 0 && bring}
      </div>
      {articles.length > 0 ? (
        <ArticleTable {...{ actor, articles, names, queries }} />
      ) : (
        <div className="empty">
          <h2>No articles yet</h2>
          <p>
            {bring
              ? 'Paste a draft or open a file. Its text becomes revision 1, and every claim you mark is tied to its exact words.'
              : 'Nothing has been given to you. An article appears here when you are made one of its people.'}
          </p>
          <div className="actions">{bring}</div>
        </div>
      )}
    </div>
  )
}
