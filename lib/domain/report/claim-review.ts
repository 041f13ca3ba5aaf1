import { isCorrectable } from '../publication/publication'
import type { VerdictKind } from '../vocabulary'
import { parseAddress } from '../web-address'
import { isConfidential } from './confidential'
import type { Report, ReportClaim } from './schema'
import { signatureFor } from './signatures'

/** How a verdict on *so* is told to search engines: its rating from 1 to 5, and the word for it. Others are not rated. */
export const RATINGS: Record<VerdictKind, { value: number; word: string } | null> = {
  confirmed: { value: 5, word: 'Confirmed' },
  ok_with_change: { value: 4, word: 'Right but for its wording' },
  disputed: { value: 3, word: 'Disputed' },
  cannot_be_stood_up: { value: 3, word: 'Unproven' },
  misleading: { value: 2, word: 'Misleading' },
  incorrect: { value: 1, word: 'Incorrect' },
  on_author: null,
  not_checkable: null,
}

export interface ReviewGiven {
  /** Where the article is published. */
  url: string
  /** What the claimant is; the record does not say. */
  claimant: 'Person' | 'Organization'
}

/** What a form or an address says of it, or what is wrong with that, in words. */
export function reviewGiven({
  url = '',
  claimant = '',
}: Record<string, string | undefined>): ReviewGiven | { wrong: string } {
  const address = url.trim()
  if (address === '') return { wrong: 'Fill in the address at which the article is published.' }
  if (!/^https?:\/\/[^\s/?#]+\.[^\s/?#]/i.test(address) || !parseAddress(address)) {
    return { wrong: 'This is not a web address, such as https://example.org/article.' }
  }
  return { url: address, claimant: claimant === 'Organization' ? 'Organization' : 'Person' }
}

/** A check of somebody else’s claim as schema.org’s ClaimReview, or the reason why it is none. */
export type ClaimReviewFound = { review: object } | { refused: string }

/**
 * What can be published of a claim as a ClaimReview (https://schema.org/ClaimReview): only what somebody else said, in an
 * article that is out, with a check that stands, and with where and when it was said.
 */
export function claimReviewOf(
  report: Report,
  claim: ReportClaim,
  given: ReviewGiven,
): ClaimReviewFound {
  const refused = whyNoReview(report, claim)
  if (refused !== null) return { refused }
  const rating = claim.so && RATINGS[claim.so.verdict]
  const said = whereSaid(claim)
  if (!rating || !said || !claim.so || !claim.claimant) return { refused: NO_PLACE }
  const signature = signatureFor(report.signOffs ?? [], report.revision)
  return {
    review: {
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: given.url,
      inLanguage: report.article.language,
      datePublished: (signature?.signedAt ?? claim.so.givenAt).slice(0, 10),
      author: { '@type': 'Organization', name: report.newsroom, url: new URL(given.url).origin },
      claimReviewed: claim.words,
      itemReviewed: {
        '@type': 'Claim',
        author: { '@type': given.claimant, name: claim.claimant },
        datePublished: said.published,
        appearance: {
          '@type': 'CreativeWork',
          url: said.url,
          name: said.title,
          ...(said.publisher && { publisher: { '@type': 'Organization', name: said.publisher } }),
        },
      },
      reviewRating: {
        '@type': 'Rating',
        ratingValue: rating.value,
        bestRating: 5,
        worstRating: 1,
        alternateName: rating.word,
      },
    },
  }
}

/** Why a claim is no ClaimReview, in a sentence; null where it is one. */
export function whyNoReview(report: Report, claim: ReportClaim): string | null {
  const { claimant, said, so, risks, status } = claim
  if (!isCorrectable(report.article.state)) return 'The article is not published.'
  if (status === 'cut' || claim.end <= claim.start)
    return 'Its words are not in the published text.'
  if (claimant === null)
    return 'It reports nobody’s words: a ClaimReview is about what somebody else said.'
  if (isOwn(report, claimant))
    return `${claimant} is of this newsroom: a ClaimReview is about what somebody else said.`
  if (isConfidential({ risks })) return 'Its risks say that it is confidential.'
  if (said?.verdict !== 'confirmed') return 'It is not confirmed that these words were said.'
  if (!so) return 'There is no verdict on whether it is so.'
  if (status !== so.verdict) return 'Its check does not stand on the words as they are now.'
  if (!RATINGS[so.verdict]) return 'Its verdict says nothing of whether it is true.'
  return whereSaid(claim) ? null : NO_PLACE
}

const NO_PLACE =
  'No evidence for “said” names a web address and a date of where these words were said.'

function isOwn({ newsroom, people }: Report, claimant: string): boolean {
  const same = (name: string) => name.trim().toLowerCase() === claimant.trim().toLowerCase()
  return same(newsroom) || people.some(({ name }) => same(name))
}

/** The source in which the words were said, with a day and an address that anybody can open. */
function whereSaid({ evidence }: ReportClaim) {
  const found = evidence.find(
    ({ aspect, stance, source }) =>
      aspect !== 'so' &&
      stance === 'supports' &&
      /^https?:\/\//.test(source.url) &&
      /^\d{4}-\d\d-\d\d/.test(source.published),
  )
  return found?.source ?? null
}
