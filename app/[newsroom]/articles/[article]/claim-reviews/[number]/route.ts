import { findActor } from '@/lib/auth/current-actor'
import { findArticle } from '@/lib/db/articles/articles'
import { findKnownReport } from '@/lib/db/report/find-report'
import { can } from '@/lib/domain/policy'
import { claimReviewOf, reviewGiven } from '@/lib/domain/report/claim-review'
import { attachment, exportFileName } from '@/lib/reports/file-name'

/** One claim as a ClaimReview (schema.org), for those who publish; with the reason where it is none. */
export async function GET(
  request: Request,
  { params }: RouteContext<'/[newsroom]/articles/[article]/claim-reviews/[number]'>,
) {
  const { newsroom, article: slug, number } = await params
  const actor = await findActor(newsroom)
  const article = actor && (await findArticle(actor, { slug }))
  const may = article && can(actor, 'article.publish', article)
  const report = may ? await findKnownReport(actor, slug) : null
  const claim = report?.claims.find((one) => one.number === number)
  if (!report || !claim) return new Response('There is no such claim.', { status: 404 })
  const given = reviewGiven(Object.fromEntries(new URL(request.url).searchParams))
  if ('wrong' in given) return new Response(given.wrong, { status: 422 })
  const found = claimReviewOf(report, claim, given)
  if ('refused' in found) return new Response(`${number}: ${found.refused}`, { status: 422 })
  return new Response(`${JSON.stringify(found.review, null, 2)}\n`, {
    headers: {
      'content-type': 'application/ld+json',
      'content-disposition': attachment(
        exportFileName(report, `${number.toLowerCase()}-claim-review`, 'jsonld'),
      ),
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
