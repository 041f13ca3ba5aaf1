import type { BoardColumn } from '@/lib/db/articles/article-board'
import type { ArticleCard } from '@/lib/db/articles/article-summaries'
import type { ArticleFilter } from '@/lib/domain/articles/list-filter'
import { nextSteps } from '@/lib/domain/articles/next-steps'
import { counted } from '@/lib/domain/counting'
import type { Actor } from '@/lib/domain/policy'
import { ARTICLE_STATES } from '@/lib/domain/vocabulary'
import { Link } from '../../ui/links/link'
import { LinkAhead } from '../../ui/links/link-ahead'
import { Timestamp } from '../../ui/timestamp'
import { listAddress } from './list-address'
import { menuOf } from './menu-of'
import { RowMenu } from './row-menu'

/** Articles by their state, the first of each column, and the way to the rest. */
export function ArticleBoard({
  actor,
  path,
  filter,
  columns,
  names,
}: {
  actor: Actor
  path: string
  filter: ArticleFilter
  columns: readonly BoardColumn[]
  names: ReadonlyMap<string, string>
}) {
  return (
    <div className="board">
      {columns.map(({ state, articles, count }) => {
        const more = count - articles.length
        return (
          <section key={state} aria-labelledby={`column-${state}`}>
            <h2 id={`column-${state}`}>
              {ARTICLE_STATES[state]} <span className="column-count">{counted(count)}</span>
            </h2>
            <ul className="bare">
              {articles.map((article) => (
                <Card key={article.id} {...{ actor, article, names }} />
              ))}
            </ul>
            {more > 0 && (
              <Link
                className="small"
                href={listAddress(path, { ...filter, states: [state], view: 'list' })}
              >
                {counted(count) === `${count}` ? `${more} more` : 'All of them'}
                <span className="visually-hidden">: {ARTICLE_STATES[state]}</span>
              </Link>
            )}
          </section>
        )
      })}
    </div>
  )
}

function Card({
  actor,
  article,
  names,
}: {
  actor: Actor
  article: ArticleCard
  names: ReadonlyMap<string, string>
}) {
  const { id, slug, headline, language, state, deadline, editorId } = article
  const isArchived = article.archivedAt !== null
  const { signatureFell, undecided } = article
  const facts = { state, isArchived, signatureFell, undecided, recheck: 0, unchecked: 0 }
  const editor = editorId && names.get(editorId)
  const needs = nextSteps(facts).map(({ words }) => words)
  return (
    <li className="card" data-article-row={id}>
      <LinkAhead
        className="card-name"
        data-article
        href={`/${actor.newsroomSlug}/articles/${slug}`}
        lang={language}
        dir="auto"
        title={headline}
      >
        {headline}
      </LinkAhead>
      <RowMenu me={actor.userId} article={menuOf(actor, article)} />
      {(deadline || editor) && (
        <p className="small quiet">
          {deadline && <Timestamp at={deadline.toISOString()} />}
          {deadline && editor && ' · '}
          {editor}
        </p>
      )}
      {needs.length > 0 && <p className="small">{needs.join(' · ')}</p>}
    </li>
  )
}
