import type { ArticleGroup, ListedArticle } from '@/lib/db/articles/article-list'
import type { OpenQueries } from '@/lib/db/discussion/queries'
import type { Actor } from '@/lib/domain/policy'
import type { Need } from '@/lib/domain/waiting/needs'
import { ArticleRow } from './article-row'

/** A page of the articles that the actor sees, in their groups. */
export function ArticleTable({
  actor,
  articles,
  names,
  queries,
  needs,
  pageNews,
}: {
  actor: Actor
  articles: ListedArticle[]
  names: Map<string, string>
  /** The queries that nobody closed, by the article's id. */
  queries: OpenQueries
  /** What the articles need of the actor, by the article's id. */
  needs: ReadonlyMap<string, Need[]>
  /** How many cited pages changed or are gone, by the article's id. */
  pageNews: ReadonlyMap<string, number>
}) {
  const rows = (group: ArticleGroup) =>
    articles
      .filter((article) => article.group === group)
      .map((article) => (
        <ArticleRow
          key={article.id}
          newsroom={actor.newsroomSlug}
          article={article}
          names={names}
          queries={queries.get(article.id)}
          needs={needs.get(article.id) ?? []}
          pageNews={pageNews.get(article.id) ?? 0}
        />
      ))
  const [mine, others, out] = [rows('mine'), rows('others'), rows('out')]

  return (
    <table className="table stacking articles">
      <thead>
        <tr>
          <th scope="col">Article</th>
          <th scope="col">State</th>
          <th scope="col">Progress</th>
          <th scope="col">Queries</th>
          <th scope="col">Deadline</th>
          <th scope="col">People</th>
          <th scope="col">Needs you</th>
        </tr>
      </thead>
      {mine.length > 0 && <tbody aria-label="Mine">{mine}</tbody>}
      {others.length > 0 && mine.length > 0 && <GroupHead>Others in the newsroom</GroupHead>}
      {others.length > 0 && <tbody aria-label="Others">{others}</tbody>}
      {out.length > 0 && <GroupHead>Published and withdrawn</GroupHead>}
      {out.length > 0 && <tbody aria-label="Published and withdrawn">{out}</tbody>}
    </table>
  )
}

function GroupHead({ children }: { children: string }) {
  return (
    <tbody>
      <tr className="group">
        <th colSpan={7} scope="rowgroup">
          {children}
        </th>
      </tr>
    </tbody>
  )
}
