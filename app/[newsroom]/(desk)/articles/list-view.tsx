import { ArticleTable } from '@/components/articles/list/article-table'
import { PageLinks } from '@/components/shell/page-links'
import { listArticles } from '@/lib/db/articles/article-list'
import { countOpenQueries } from '@/lib/db/discussion/queries'
import { findNeeds } from '@/lib/db/waiting/find-needs'
import { countPageNews } from '@/lib/db/watches/page-news'
import { type ArticleFilter, addressOf } from '@/lib/domain/articles/list-filter'
import type { Actor } from '@/lib/domain/policy'
import { isCorrectable } from '@/lib/domain/publication/publication'
import { EmptyList } from './empty-list'
import { wantedBy } from './wanted'

/** What each layout of the articles is drawn from. */
export interface ListProps {
  actor: Actor
  path: string
  filter: ArticleFilter
  /** Everybody who is or was in the newsroom, by user id. */
  names: ReadonlyMap<string, string>
}

/** A page of the list, and the ways through it. */
export async function ListView({
  actor,
  path,
  filter,
  names,
  after,
}: ListProps & { after: string }) {
  const now = new Date()
  const { articles, next } = await listArticles(actor, {
    ...wantedBy(filter, actor, now),
    ...{ sort: filter.sort, after },
  })
  const ids = articles.map(({ id }) => id)
  const out = articles.filter(({ state }) => isCorrectable(state)).map(({ id }) => id)
  const [queries, needs, pageNews] = await Promise.all([
    countOpenQueries(actor, ids),
    findNeeds(actor, ids),
    countPageNews(actor, out),
  ])
  return (
    <>
      {articles.length > 0 ? (
        <ArticleTable {...{ actor, articles, filter, now, names, queries, needs, pageNews }} />
      ) : (
        <EmptyList {...{ actor, path, filter }} isBegun={after !== ''} />
      )}
      <PageLinks
        path={path}
        kept={addressOf(filter)}
        begun={after !== ''}
        next={next}
        label="Pages of the list"
      />
    </>
  )
}
