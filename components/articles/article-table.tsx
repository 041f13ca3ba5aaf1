import Link from 'next/link'
import type { ArticleGroup, ListedArticle } from '@/lib/db/articles/article-list'
import type { OpenQueries, QueryCounts } from '@/lib/db/discussion/queries'
import { countByStatus } from '@/lib/domain/claims/status'
import { percentCovered } from '@/lib/domain/coverage/coverage'
import type { Actor } from '@/lib/domain/policy'
import { ARTICLE_STATES } from '@/lib/domain/vocabulary'
import { ProgressBar } from '../ui/progress-bar'
import { Timestamp } from '../ui/timestamp'

/** A page of the articles that the actor sees, in their groups. */
export function ArticleTable({
  actor,
  articles,
  names,
  queries,
}: {
  actor: Actor
  articles: ListedArticle[]
  names: Map<string, string>
  /** The queries that stand open, by the article's id. */
  queries: OpenQueries
}) {
  const rows = (group: ArticleGroup) =>
    articles
      .filter((article) => article.group === group)
      .map((article) => (
        <ArticleRow
          key={article.id}
          actor={actor}
          article={article}
          names={names}
          queries={queries.get(article.id)}
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
          <th scope="col">Mine</th>
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

function ArticleRow({
  actor,
  article,
  names,
  queries,
}: {
  actor: Actor
  article: ListedArticle
  names: Map<string, string>
  queries: QueryCounts | undefined
}) {
  const { headline, slug, state, deadline, claims, words, coveredWords } = article
  const here = `/${actor.newsroomSlug}/articles/${slug}`
  const todo = claims.reduce((sum, alike) => sum + alike.todo, 0)
  const parts = [
    article.writerIds.includes(actor.userId) && 'writer',
    article.checkerIds.includes(actor.userId) && 'checker',
    article.editorId === actor.userId && 'editor',
  ].filter(Boolean)

  return (
    <tr>
      <td>
        <Link href={here} lang={article.language} dir="auto">
          {headline}
        </Link>
      </td>
      <td data-label="State">
        {ARTICLE_STATES[state]}
        {article.corrections > 0 && (
          <div className="small">
            <Link href={`${here}/corrections`}>
              {article.corrections === 1 ? '1 correction' : `${article.corrections} corrections`}
            </Link>
          </div>
        )}
        {article.isEmergency && (
          <div className="small">
            <Link className="emergency-mark" href={`${here}/sign-off`}>
              Emergency
            </Link>
          </div>
        )}
      </td>
      <td className="progress-cell">
        <ProgressBar
          counts={countByStatus(claims)}
          coverage={percentCovered({ words, covered: coveredWords })}
        />
      </td>
      <td data-label="Queries">
        {queries && <QueriesLink queries={queries} address={`${here}/queries`} />}
      </td>
      <td data-label="Deadline">
        {deadline ? (
          <Timestamp at={deadline.toISOString()} />
        ) : (
          <span className="quiet">No deadline</span>
        )}
      </td>
      <td data-label="People" className="people quiet small">
        {people(article, names).map(([part, who]) => (
          <span key={part}>
            {part} {who}
          </span>
        ))}
      </td>
      <td data-label="Mine">
        {parts.join(', ')}
        {todo > 0 && (
          <div className="small quiet">
            {todo === 1 ? '1 claim to check' : `${todo} claims to check`}
          </div>
        )}
      </td>
    </tr>
  )
}

/** How the queries stand that nobody closed: asked, of these blocking, answered. */
function QueriesLink({ queries, address }: { queries: QueryCounts; address: string }) {
  const { open, blocking, answered } = queries
  return (
    <Link href={address} className="queries">
      {open > 0 && <span>{open} open</span>}
      {blocking > 0 && <span className="blocking">{blocking} blocking</span>}
      {answered > 0 && <span>{answered} answered</span>}
    </Link>
  )
}

function people(
  { editorId, writerIds, checkerIds }: ListedArticle,
  names: Map<string, string>,
): [part: string, who: string][] {
  const list = (ids: readonly string[]) => ids.map((id) => names.get(id)).join(', ')
  const parts: [string, string][] = [
    ['By', list(writerIds)],
    ['Checked by', list(checkerIds)],
    ['Edited by', editorId ? list([editorId]) : ''],
  ]
  return parts.filter(([, who]) => who !== '')
}
