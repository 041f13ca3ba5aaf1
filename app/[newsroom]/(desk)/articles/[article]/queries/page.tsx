import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { applying } from '@/components/discussion/apply-label'
import { QueryPlace } from '@/components/discussion/query-excerpt'
import { QueryThread } from '@/components/discussion/query-thread'
import { SuggestionItem } from '@/components/discussion/suggestion-item'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { listQueries } from '@/lib/db/discussion/queries'
import { listSuggestions } from '@/lib/db/discussion/suggestions'
import { can } from '@/lib/domain/policy'
import { claimNumber } from '@/lib/domain/vocabulary'

type Props = PageProps<'/[newsroom]/articles/[article]/queries'>

export async function generateMetadata({ params }: Props) {
  const { newsroom, article: slug } = await params
  const article = await findArticle(await requireActor(newsroom), { slug })
  return { title: article ? `Queries and suggestions · ${article.headline}` : 'Queries' }
}

/** Everything that is asked and suggested about an article, what is open first. */
export default async function QueriesPage({ params }: Props) {
  const { newsroom, article: slug } = await params
  const actor = await requireActor(newsroom)
  const article = (await findArticle(actor, { slug })) ?? notFound()
  const [queries, suggestions] = await Promise.all([
    listQueries(actor, { articleId: article.id }),
    listSuggestions(actor, article.id),
  ])
  const address = `/${newsroom}/articles/${slug}`
  const accepted = suggestions.filter(({ state }) => state === 'accepted').length
  const openFirst = <Item extends { state: string }>(items: Item[], open: string[]) =>
    [...items].sort((a, b) => Number(open.includes(b.state)) - Number(open.includes(a.state)))

  return (
    <div className="page questions">
      <ArticleHead article={article} address={address}>
        <h1>Queries and suggestions</h1>
      </ArticleHead>
      <section className="section" aria-labelledby="queries">
        <h2 id="queries">
          Queries <span className="quiet">{queries.length}</span>
        </h2>
        {queries.length === 0 && <p className="quiet">Nobody has asked anything yet.</p>}
        <ul className="bare">
          {openFirst(queries, ['open', 'answered']).map((query) => (
            <li key={query.id} id={query.id} tabIndex={-1}>
              <QueryPlace newsroom={newsroom} query={query} />
              <QueryThread me={actor.userId} query={query} />
            </li>
          ))}
        </ul>
      </section>
      <section className="section" aria-labelledby="suggestions">
        <h2 id="suggestions">
          Suggestions <span className="quiet">{suggestions.length}</span>
        </h2>
        {suggestions.length === 0 && <p className="quiet">No change of words is suggested.</p>}
        {accepted > 0 && can(actor, 'suggestion.apply', article) && (
          <p>
            <Link href={`${address}/apply`}>{applying(accepted)}</Link>
          </p>
        )}
        <ul className="bare">
          {openFirst(suggestions, ['undecided']).map((suggestion) => (
            <li key={suggestion.id} id={suggestion.id} tabIndex={-1}>
              {suggestion.claim !== null && (
                <p className="small query-where">
                  <Link className="chip" href={`${address}?claim=${suggestion.claim}`}>
                    {claimNumber(suggestion.claim)}
                  </Link>
                </p>
              )}
              <SuggestionItem
                newsroom={newsroom}
                me={actor.userId}
                language={article.language}
                suggestion={suggestion}
              />
            </li>
          ))}
        </ul>
      </section>
    </div>
  )
}
