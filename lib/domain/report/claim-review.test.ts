import { expect, test } from 'vitest'
import { sampleReport } from '@/lib/testing/fixtures/sample-report'
import { keysOf, VERDICTS, type VerdictKind } from '../vocabulary'
import { claimReviewOf, RATINGS, reviewGiven } from './claim-review'
import type { Report, ReportClaim } from './schema'

const report = sampleReport()
const [first] = report.claims
if (!first?.so) throw new Error('the sample has no such claim')
const claim: ReportClaim = first
const given = { url: 'https://harbour.example/s-400', claimant: 'Person' } as const

function refusal(changes: object, of: Partial<Report> = {}) {
  const found = claimReviewOf({ ...report, ...of }, { ...claim, ...changes }, given)
  return 'refused' in found ? found.refused : null
}

const ruled = (verdict: VerdictKind) => ({ status: verdict, so: { ...claim.so, verdict } })

test('what somebody else said, and what was found, leaves with all that search engines ask for', () => {
  expect(claimReviewOf(report, claim, given)).toEqual({
    review: {
      '@context': 'https://schema.org',
      '@type': 'ClaimReview',
      url: 'https://harbour.example/s-400',
      inLanguage: 'en',
      datePublished: '2020-12-07',
      author: { '@type': 'Organization', name: 'Harbour Wire', url: 'https://harbour.example' },
      claimReviewed: claim.words,
      itemReviewed: {
        '@type': 'Claim',
        author: { '@type': 'Person', name: 'Sergei Chemezov' },
        datePublished: '2020-12-07',
        appearance: {
          '@type': 'CreativeWork',
          url: 'https://tass.com/defense',
          name: 'Russia waiting for Turkey’s decision on second S-400 deal',
          publisher: { '@type': 'Organization', name: 'TASS' },
        },
      },
      reviewRating: {
        '@type': 'Rating',
        ...{ ratingValue: 3, bestRating: 5, worstRating: 1, alternateName: 'Unproven' },
      },
    },
  })
})

test.each(keysOf(VERDICTS))(
  '%s has its rating between worst and best, or is refused',
  (verdict) => {
    const rating = RATINGS[verdict]
    if (rating) expect(rating.value).toBeGreaterThanOrEqual(1)
    if (rating) expect(rating.value).toBeLessThanOrEqual(5)
    expect(refusal(ruled(verdict))).toBe(
      rating ? null : 'Its verdict says nothing of whether it is true.',
    )
  },
)

const unpublished = { article: { ...report.article, state: 'signed_off' as const } }

test.each<[string, object, Partial<Report>, RegExp]>([
  ['an article that is not out', {}, unpublished, /not published/],
  ['words that were cut', { status: 'cut' }, {}, /not in the published text/],
  ['nobody’s words', { claimant: null }, {}, /nobody’s words/],
  ['the newsroom’s own words', { claimant: 'harbour wire' }, {}, /of this newsroom/],
  ['the writer’s own words', { claimant: 'Deniz Kaya' }, {}, /of this newsroom/],
  ['a confidential source', { risks: ['confidential_source'] }, {}, /confidential/],
  ['an anonymous source', { risks: ['anonymous_source'] }, {}, /confidential/],
  ['words that may not have been said', { said: null }, {}, /were said/],
  ['what nobody checked', { so: null }, {}, /no verdict/],
  ['a check of other words', { status: 'recheck' }, {}, /does not stand/],
  ['words without a place where they were said', { evidence: [] }, {}, /web address and a date/],
])('%s are no ClaimReview, and the reason is told', (_, changes, of, reason) => {
  expect(refusal(changes, of)).toMatch(reason)
})

test('an address that no browser opens is no place where words were said', () => {
  const evidence = claim.evidence.map((one) => ({
    ...one,
    source: { ...one.source, url: 'javascript:alert(1)' },
  }))
  expect(refusal({ evidence })).toMatch(/web address/)
})

test.each([
  ['', 'Fill in'],
  ['example', 'not a web address'],
  ['javascript:alert(1)', 'not a web address'],
  ['https:// example.org', 'not a web address'],
])('%j is refused as the address of an article', (url, message) => {
  expect(reviewGiven({ url })).toEqual({ wrong: expect.stringContaining(message) })
})

test('an address is taken with what the claimant is', () => {
  const url = 'https://harbour.example/a'
  expect(reviewGiven({ url: ` ${url} `, claimant: 'Organization' })).toEqual({
    ...{ url, claimant: 'Organization' },
  })
  expect(reviewGiven({ url, claimant: 'x' })).toEqual({ url, claimant: 'Person' })
})
