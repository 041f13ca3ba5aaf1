import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { QuotableText } from '../anchoring/find-quotation'
import { isSameWording } from '../claims/standing'
import type { SheetCheck } from './checks'
import { type ClaimOnFile, canBeBrought, matchChecks, placeOf } from './match-checks'
import { NearestWords } from './nearest-words'

const TEXT =
  'The bridge opened in 1932 – “the first of its kind”, he said. It cost four million crowns. The bridge closed in May.'
const quotable = new QuotableText(TEXT)

const check = (quote: string, more: Partial<SheetCheck> = {}): SheetCheck => ({
  ...{
    row: 2,
    isHidden: false,
    quote,
    source: null,
    locator: '',
    status: '',
    meaning: 'unchecked',
  },
  ...{ stance: 'supports', note: '', problem: null },
  ...more,
})

const matched = (checks: SheetCheck[], claims: ClaimOnFile[] = [], chosen = {}) =>
  matchChecks(checks, { name: 'checks.csv', text: TEXT, quotable, claims, chosen })

describe('the words of a row', () => {
  test.each<[string, string, string]>([
    ['stand there', 'four million crowns', 'exact'],
    ['stand there in another form', 'opened in 1932 - "the first of its kind"', 'form'],
    ['stand there over a line end', 'four\nmillion  crowns', 'form'],
    ['stand in two places', 'The bridge', 'several'],
    ['have another digit', 'opened in 1933', 'missing'],
    ['have another capital', 'the bridge opened', 'missing'],
    ['have one word less', 'four crowns', 'missing'],
    ['are part of a word', 'ridge opened', 'missing'],
    ['have marks that the text has not', '“four million crowns”', 'missing'],
    ['are none', ' ', 'missing'],
  ])('%s', (_, quote, what) => {
    const place = placeOf(quotable, TEXT, quote)
    expect(place.what === 'found' ? (place.isExact ? 'exact' : 'form') : place.what).toBe(what)
  })

  test('stand where a person chose, and only in one of their places', () => {
    const second = TEXT.lastIndexOf('The bridge')
    expect(placeOf(quotable, TEXT, 'The bridge', second)).toMatchObject({ at: { start: second } })
    expect(placeOf(quotable, TEXT, 'The bridge', 5).what).toBe('several')
  })

  test('that are nowhere are shown with the nearest ones, if any are near', () => {
    const nearest = new NearestWords(TEXT)
    const shown = (quote: string) => {
      const at = nearest.to(quote)
      return at && TEXT.slice(at.start, at.end)
    }
    expect(shown('it cost five million crowns')).toBe('It cost four million crowns')
    expect(shown('opened in 1933')).toBe('opened in 1932')
    expect(shown('The bridge closed in June')).toBe('The bridge closed in May')
    expect(shown('an entirely different matter')).toBeNull()
    expect(shown('')).toBeNull()
  })
})

test('a claim that is there takes the evidence, two rows on the same words are one claim, and what is on file is not made twice', () => {
  const at = { start: TEXT.indexOf('four'), end: TEXT.indexOf(' crowns') }
  const claim = {
    ...at,
    number: 3,
    cited: [{ title: 'Ledger', url: '', locator: 'p. 4' }],
    comments: ['From x.csv, row 9:\nStatus there: “True”'],
  }
  const source = { title: 'Ledger', url: '' }
  const all = matched(
    [
      check('four million', { source, locator: 'p. 4', status: 'True' }),
      check('four million', { row: 3, source, locator: 'p. 5' }),
      check('four million', { row: 4, source, locator: 'p. 4', status: 'False' }),
      check('opened', { row: 5 }),
      check('opened', { row: 6 }),
      check('closed', { row: 7, problem: 'It is too long.' }),
    ],
    [claim],
  )
  expect(
    all.map((one) => [one.claim?.number, one.rowAbove, one.isHere, canBeBrought(one)]),
  ).toEqual([
    [3, null, true, false],
    [3, 2, false, true],
    [3, 2, false, true],
    [undefined, null, false, true],
    [undefined, 5, false, true],
    [undefined, null, false, false],
  ])
})

/** Words as texts have them, among them forms that are alike and are not. */
const word = fc.constantFrom(
  ...[
    'the',
    'The',
    'bridge',
    'not',
    'may',
    'must',
    '400',
    '401',
    '-400',
    'km',
    'Ümit',
    'Umit',
    '“no”',
    '"no"',
    "'no'",
  ],
  ...[
    '–',
    '-',
    '—',
    '…',
    '...',
    'F-35',
    'F–35',
    'F 35',
    'a',
    'a.',
    "it's",
    'it’s',
    '四',
    '百',
    '10,5',
    '10.5',
  ],
)
const words = fc.array(word, { minLength: 1, maxLength: 25 })
const space = fc.constantFrom(' ', '\u00a0', '\n\n', '  ')

test('words are never taken that differ otherwise than in their typographic form', () => {
  let taken = 0
  fc.assert(
    fc.property(words, words, space, fc.nat(30), fc.nat(8), (text, other, gap, from, count) => {
      const whole = text.join(gap)
      const quotes = [
        other.slice(0, 4).join(' '),
        text.slice(from % text.length, (from % text.length) + 1 + count).join(' '),
      ]
      const here = new QuotableText(whole)
      for (const quote of quotes) {
        const found = placeOf(here, whole, quote)
        const places =
          found.what === 'found' ? [found.at] : found.what === 'several' ? found.places : []
        for (const { start, end } of places) {
          taken++
          expect(isSameWording(quote, whole.slice(start, end)), `${quote} | ${whole}`).toBe(true)
        }
      }
    }),
    { numRuns: 3_000 },
  )
  expect(taken).toBeGreaterThan(500)
})
