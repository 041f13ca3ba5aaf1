import type { QueryShown } from '@/lib/db/discussion/queries'
import { claimNumber } from '@/lib/domain/vocabulary'
import { Link } from '../ui/links/link'

/** Which words a query is about, with what stands around them in the article, and the way there. */
export function QueryPlace({
  newsroom,
  query: { article, claim, around, words },
}: {
  newsroom: string
  query: Pick<QueryShown, 'article' | 'claim' | 'around' | 'words'>
}) {
  const address = `/${newsroom}/articles/${article.slug}`
  return (
    <>
      {claim !== null && (
        <p className="small query-where">
          <Link className="chip" href={`${address}?claim=${claim}`}>
            {claimNumber(claim)}
          </Link>
        </p>
      )}
      <blockquote className="query-words" lang={article.language} dir="auto">
        {around ? (
          <>
            {around.before}
            <mark>{around.words}</mark>
            {around.after}
          </>
        ) : (
          <>
            <mark>{words}</mark>{' '}
            <span className="quiet small" lang="en" dir="ltr">
              (no longer in the text)
            </span>
          </>
        )}
      </blockquote>
    </>
  )
}
