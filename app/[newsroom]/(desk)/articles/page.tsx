import { ArticleTable } from '@/components/articles/article-table'
import { DemoDraft } from '@/components/articles/demo-draft'
import { ListFilter } from '@/components/shell/list-filter'
import { PageLinks, said } from '@/components/shell/page-links'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { listArticles } from '@/lib/db/articles/article-list'
import { countOpenQueries } from '@/lib/db/discussion/queries'
import { findNames } from '@/lib/db/newsroom/members'
import { findNeeds } from '@/lib/db/waiting/find-needs'
import { countPageNews } from '@/lib/db/watches/page-news'
import { can } from '@/lib/domain/policy'
import { isCorrectable } from '@/lib/domain/publication/publication'
import { demoDraft } from '../../demo-draft/demo-draft'

export async function generateMetadata({ params }: PageProps<'/[newsroom]/articles'>) {
  return { title: `Articles · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

export default async function ArticlesPage({
  params,
  searchParams,
}: PageProps<'/[newsroom]/articles'>) {
  const actor = await requireActor((await params).newsroom)
  const address = await searchParams
  const [words, after] = [said(address.q), said(address.after)]
  const archived = said(address.archived) !== ''
  const { articles, next } = await listArticles(actor, { words, after, archived })
  const people = articles.flatMap(({ editorId, writerIds, checkerIds }) => [
    ...(editorId ? [editorId] : []),
    ...writerIds,
    ...checkerIds,
  ])
  const ids = articles.map(({ id }) => id)
  const out = articles.filter(({ state }) => isCorrectable(state)).map(({ id }) => id)
  const [names, queries, needs, pageNews] = await Promise.all([
    findNames(actor, people),
    countOpenQueries(actor, ids),
    findNeeds(actor, ids),
    countPageNews(actor, out),
  ])
  const path = `/${actor.newsroomSlug}/articles`
  const isPart = words !== '' || after !== '' || next !== null
  const kept: Record<string, string> = archived ? { archived: '1' } : {}
  const bring = can(actor, 'article.bring', {}) && (
    <Link className="button primary" href={`${path}/new`}>
      Bring in an article
    </Link>
  )

  return (
    <div className="page wide">
      <div className="page-head">
        <h1>{archived ? 'Archived articles' : 'Articles'}</h1>
        {isPart && <ListFilter words={words} found="" by="headline" kept={kept} />}
        {!archived && (isPart || articles.length > 0) && bring}
      </div>
      {articles.length > 0 && (
        <ArticleTable {...{ actor, articles, names, queries, needs, pageNews }} />
      )}
      {articles.length === 0 && isPart && (
        <div className="empty">
          <h2>{words ? `No article like “${words}”` : 'No more articles'}</h2>
          <p>{words ? 'The filter looks at headlines. Try fewer words.' : 'The list ends here.'}</p>
        </div>
      )}
      {articles.length === 0 && !isPart && archived && (
        <div className="empty">
          <h2>Nothing is archived</h2>
          <p>An editor puts an article away on the page of its details.</p>
        </div>
      )}
      {articles.length === 0 && !isPart && !archived && (
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
      {demoDraft() && !archived && <DemoDraft path={`/${actor.newsroomSlug}`} />}
      <PageLinks
        path={path}
        kept={{ q: words, ...kept }}
        begun={after !== ''}
        next={next}
        label="Pages of the list"
      />
      <p className="to-archive small">
        <Link href={archived ? path : `${path}?archived=1`}>
          {archived ? 'Back to the articles' : 'Archived articles'}
        </Link>
      </p>
    </div>
  )
}
