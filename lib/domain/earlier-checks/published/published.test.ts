import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { SheetRow } from '../../sheets/sheet'
import { checksInSheet } from './check-sheet'
import { claimReviewsIn } from './claim-reviews'
import { MOST_PUBLISHED } from './published-check'

const REVIEW = {
  '@context': 'https://schema.org',
  '@type': 'ClaimReview',
  url: 'https://checks.example/ferry',
  claimReviewed: 'The ferry carried 1,200 passengers.',
  itemReviewed: { '@type': 'Claim', author: { '@type': 'Person', name: 'The mayor' } },
  author: { '@type': 'Organization', name: 'Harbour Checks' },
  reviewRating: { '@type': 'Rating', ratingValue: 1, bestRating: 5, alternateName: 'Mostly false' },
  datePublished: '2024-05-03T10:00:00+02:00',
  inLanguage: 'en',
  name: 'Did the ferry carry 1,200?',
}
const READ = {
  ...{ url: 'https://checks.example/ferry', claim: 'The ferry carried 1,200 passengers.' },
  ...{ claimant: 'The mayor', rating: 'Mostly false', title: 'Did the ferry carry 1,200?' },
  ...{ publisher: 'Harbour Checks', published: '2024-05-03', language: 'en' },
}
const read = (value: unknown) => claimReviewsIn(JSON.stringify(value))

describe('ClaimReview is read', () => {
  const { author, ...withoutAuthor } = REVIEW
  test.each<[string, unknown]>([
    ['alone', REVIEW],
    ['in a list', [REVIEW]],
    [
      'in a graph',
      { '@context': 'https://schema.org', '@graph': [{ '@type': 'WebPage' }, REVIEW] },
    ],
    [
      'in a feed',
      { '@type': 'DataFeed', dataFeedElement: [{ '@type': 'DataFeedItem', item: [REVIEW] }] },
    ],
    ['in an article', { '@type': 'NewsArticle', review: REVIEW }],
    ['with whole types', { ...REVIEW, '@type': ['http://schema.org/ClaimReview', 'Review'] }],
    [
      'by reference',
      {
        '@graph': [
          { ...withoutAuthor, author: { '@id': '#us' } },
          { ...author, '@id': '#us' },
        ],
      },
    ],
    [
      'with lists where one is meant',
      { ...REVIEW, claimReviewed: [REVIEW.claimReviewed], author: [author] },
    ],
    [
      'with values as objects',
      { ...REVIEW, claimReviewed: { '@value': REVIEW.claimReviewed, '@language': 'en' } },
    ],
  ])('%s', (_, value) => {
    expect(read(value)).toEqual([{ check: READ, place: 'Review 1', problem: null, told: [] }])
  })

  test('in the scripts of a page', () => {
    const page = `<html><script type="application/ld+json">${JSON.stringify(REVIEW)}</script></html>`
    expect(claimReviewsIn(page).map(({ check }) => check)).toEqual([READ])
  })

  test('where there are no words for what was found, by its scale', () => {
    const [one] = read({ ...REVIEW, reviewRating: { ratingValue: '2', bestRating: 5 } })
    expect(one?.check.rating).toBe('2 of 5')
  })
})

describe('what is wrong is said of the one it is wrong with', () => {
  test.each<[string, Partial<Record<keyof typeof REVIEW, unknown>>, string]>([
    ['no claim', { claimReviewed: ' ' }, 'It does not say which claim was checked.'],
    ['no address', { url: undefined }, 'It has no address, by which it is told from others.'],
    [
      'an address that runs',
      { url: 'javascript:alert(1)' },
      '“javascript:alert(1)” is no web address.',
    ],
    [
      'an address with a password',
      { url: 'https://a:b@example.org/' },
      '“https://a:b@example.org/” is no web address.',
    ],
    ['data', { url: 'data:text/html,<script>' }, '“data:text/html,<script>” is no web address.'],
    ['no rating', { reviewRating: 7 }, 'It does not say what was found.'],
    [
      'a claim without end',
      { claimReviewed: 'a '.repeat(2_000) },
      'Its claim has more than 2,000 characters.',
    ],
  ])('%s', (_, wrong, problem) => {
    expect(
      read([
        { ...REVIEW, ...wrong },
        { ...REVIEW, url: 'https://b.example' },
      ]),
    ).toMatchObject([{ problem }, { problem: null, check: { url: 'https://b.example/' } }])
  })

  test('the second of one address, whose first is taken', () => {
    expect(read([REVIEW, { ...REVIEW, url: 'checks.example/ferry' }])[1]?.problem).toBe(
      'It has the address of review 1, which is taken.',
    )
  })

  test('a date that is none is left out, and that is told', () => {
    expect(read({ ...REVIEW, datePublished: '3/5/2024' })).toMatchObject([
      {
        problem: null,
        check: { published: '' },
        told: ['“3/5/2024” is no date, and is left out.'],
      },
    ])
  })

  test('formulas and HTML are text', () => {
    const [one] = read({ ...REVIEW, claimReviewed: '=HYPERLINK("x") <img src=x onerror=alert(1)>' })
    expect(one).toMatchObject({
      problem: null,
      check: { claim: '=HYPERLINK("x") <img src=x onerror=alert(1)>' },
    })
  })
})

test.each<[string, string]>([
  ['', 'There is nothing in this yet.'],
  ['{', 'This is not JSON. Paste all of it, from the first brace to the last.'],
  ['"ClaimReview"', 'There is no ClaimReview in this: no part of it has that @type.'],
  ['<p>Hello</p>', 'There is no JSON-LD in this page.'],
  [' '.repeat(5_000_001), 'This is more than 5 MB. Bring it in parts.'],
  [
    JSON.stringify(Array.from({ length: MOST_PUBLISHED + 1 }, () => REVIEW)),
    'There are 1,001 in this; 1,000 are brought at once. Bring it in parts.',
  ],
])('“%.20s” is refused', (text, message) => {
  expect(() => claimReviewsIn(text)).toThrow(message)
})

test('however deep it is nested, it is read or refused', () => {
  const deep = (json: string, depth: number) => '['.repeat(depth) + json + ']'.repeat(depth)
  expect(claimReviewsIn(deep(JSON.stringify(REVIEW), 5_000))).toHaveLength(1)
  const nested = `{"@type":"ClaimReview","author":${deep('"x"', 50_000)}}`
  expect(claimReviewsIn(nested)).toMatchObject([{ check: { publisher: '' } }])
  const many = JSON.stringify([...Array.from({ length: 1_000_000 }, () => 0), REVIEW])
  expect(claimReviewsIn(many)).toHaveLength(1)
})

test('whatever JSON is brought, what is read can be stored or is refused in words', () => {
  fc.assert(
    fc.property(
      fc.jsonValue(),
      fc.jsonValue(),
      fc.string({ unit: 'binary' }),
      (item, rating, said) => {
        const [one] = read({
          ...REVIEW,
          itemReviewed: item,
          reviewRating: rating,
          claimReviewed: said,
        })
        expect(one?.check.claim).not.toMatch(/\0|\p{Surrogate}/u)
        expect(typeof one?.check.rating).toBe('string')
      },
    ),
  )
})

describe('a list is read by its headings', () => {
  const sheet = (...lines: string[][]): SheetRow[] =>
    lines.map((cells, at) => ({ number: at + 1, isHidden: false, cells, links: {} }))
  const HEAD = ['Claim', 'Author', 'Date', 'Textual rating', 'URL', 'Publisher']
  const ROW = [
    'It sank.',
    'The mayor',
    '3 May 2024',
    'False',
    'https://checks.example/sank',
    'Harbour Checks',
  ]

  test('whatever their order, under a title', () => {
    const turned = [HEAD, ROW].map((cells) => cells.toReversed())
    const [one] = checksInSheet(sheet(['Our list'], ...turned))
    expect(one).toMatchObject({
      place: 'Row 3',
      problem: null,
      check: { claim: 'It sank.', claimant: 'The mayor', rating: 'False', published: '2024-05-03' },
    })
  })

  test('without a publisher, by the host; and with an address that is behind the words', () => {
    const rows = sheet(HEAD, [...ROW.slice(0, 4), 'Read it', ''])
    const linked = rows.map((row) => ({ ...row, links: { 4: 'https://www.checks.example/sank' } }))
    expect(checksInSheet(linked)[0]?.check).toMatchObject({ publisher: 'checks.example' })
  })

  test.each([
    [sheet(['Words', 'Link'], ['a', 'b']), 'No column is headed “claim” or “rating” or “url”'],
    [sheet(['Claim', 'Link'], ['a', 'b']), 'No column is headed “rating”'],
    [sheet(HEAD), 'There is no row under the headings.'],
    [[], 'No column is headed “claim”'],
  ])('or refused', (rows, message) => {
    expect(() => checksInSheet(rows)).toThrow(message)
  })
})
