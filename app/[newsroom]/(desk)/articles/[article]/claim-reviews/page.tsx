import { notFound } from 'next/navigation'
import { ArticleHead } from '@/components/articles/article-head'
import { EscapedText } from '@/components/ui/escaped-text'
import { requireActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { findKnownReport } from '@/lib/db/report/find-report'
import { can } from '@/lib/domain/policy'
import { reviewGiven, whyNoReview } from '@/lib/domain/report/claim-review'

type Props = PageProps<'/[newsroom]/articles/[article]/claim-reviews'>

export async function generateMetadata({ params }: Props) {
  const { article } = await params
  return { title: `ClaimReview · ${article}` }
}

/** Which claims can leave as ClaimReview, a file each, and why the others cannot. A form without a script: what is typed stands in the address. */
export default async function ClaimReviewsPage({ params, searchParams }: Props) {
  const { newsroom, article: slug } = await params
  const asked = await searchParams
  const actor = await requireActor(newsroom)
  const article = (await findArticle(actor, { slug })) ?? notFound()
  if (!can(actor, 'article.publish', article)) notFound()
  const report = (await findKnownReport(actor, slug)) ?? notFound()
  const url = String(asked.url ?? '')
  const claimant = String(asked.claimant ?? 'Person')
  const given = reviewGiven({ url, claimant })
  const wrong = 'wrong' in given && asked.url !== undefined ? given.wrong : null
  const path = `/${newsroom}/articles/${slug}`
  const query = new URLSearchParams({ url, claimant })

  return (
    <div className="page exchange-page">
      <ArticleHead article={article} address={path}>
        <h1>ClaimReview</h1>
      </ArticleHead>
      <p>
        For search engines: a file for each claim that somebody else made, with your rating of it.
        Put it into the published page.
      </p>
      <form className="form exchange-form" method="get" aria-label="ClaimReview">
        <div className="field">
          <label htmlFor="url">Address of the published article</label>
          <input
            id="url"
            name="url"
            type="text"
            inputMode="url"
            defaultValue={url}
            aria-invalid={wrong ? true : undefined}
            aria-describedby={wrong ? 'url-error' : undefined}
          />
          {wrong && (
            <span className="error" id="url-error">
              {wrong}
            </span>
          )}
        </div>
        <div className="field">
          <label htmlFor="claimant">The claimants are</label>
          <select id="claimant" name="claimant" defaultValue={claimant}>
            <option value="Person">people</option>
            <option value="Organization">organisations</option>
          </select>
        </div>
        <div className="actions">
          <button type="submit" className="button">
            Show the files
          </button>
        </div>
      </form>
      <ul className="exchange-list" aria-label="Claims">
        {report.claims.map((claim) => {
          const refused = whyNoReview(report, claim)
          return (
            <li key={claim.number}>
              <p>
                <b>{claim.number}</b>{' '}
                <bdi lang={article.language}>
                  <EscapedText>{claim.words}</EscapedText>
                </bdi>
              </p>
              {refused !== null && <p className="quiet">Not given out: {refused}</p>}
              {refused === null && 'wrong' in given && (
                <p className="quiet">It can be given out, once the address is filled in.</p>
              )}
              {refused === null && !('wrong' in given) && (
                <a
                  className="button"
                  href={`${path}/claim-reviews/${claim.number}?${query}`}
                  download
                >
                  ClaimReview of {claim.number}
                </a>
              )}
            </li>
          )
        })}
      </ul>
      {report.claims.length === 0 && (
        <p className="empty quiet">There are no claims in this text.</p>
      )}
    </div>
  )
}
