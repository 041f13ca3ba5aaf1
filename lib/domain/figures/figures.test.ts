import { expect, test } from 'vitest'
import { durationWords } from './durations'
import { type AppliedChange, type ChangedWords, errorsCaught } from './error-causes'
import { barOf, type Figure, isEmpty, tableOf } from './figure'
import { periodOf, periodQuery } from './period'

const NOW = new Date('2026-11-30T22:30:00Z')

test.each([
  [{}, 'UTC', '2026-11-01', '2026-11-30'],
  [{}, 'Europe/Istanbul', '2026-11-02', '2026-12-01'],
  [{ period: 'quarter' }, 'UTC', '2026-10-01', '2026-11-30'],
  [{ period: 'year' }, 'UTC', '2026-01-01', '2026-11-30'],
  [{ period: 'ever' }, 'UTC', '2026-11-01', '2026-11-30'],
  [{ period: 'toString' }, 'UTC', '2026-11-01', '2026-11-30'],
  [{ from: '2026-02-01', to: '2026-02-28' }, 'UTC', '2026-02-01', '2026-02-28'],
  [{ from: '2026-02-30', to: '2026-03-01' }, 'UTC', '2026-11-01', '2026-11-30'],
  [{ from: '2026-03-02', to: '2026-03-01' }, 'UTC', '2026-11-01', '2026-11-30'],
  [{ from: '9999-12-31', to: '9999-12-31' }, 'UTC', '2026-11-01', '2026-11-30'],
])('%j in %s is from %s to %s', (asked, zone, from, to) => {
  const period = periodOf(asked, zone, NOW)
  expect(period).toMatchObject({ from, to })
  const again = Object.fromEntries(new URLSearchParams(periodQuery(period)))
  expect(periodOf(again, zone, NOW)).toEqual(period)
})

test('a period begins and ends where the days of the newsroom do', () => {
  const period = periodOf({ from: '2026-03-29', to: '2026-03-29' }, 'Europe/Berlin', NOW)
  // Clocks were put forward that day: it has 23 hours.
  expect(period.start.toISOString()).toBe('2026-03-28T23:00:00.000Z')
  expect(period.end.toISOString()).toBe('2026-03-29T22:00:00.000Z')
})

test.each([
  [0, 'a minute'],
  [90, '2 min'],
  [3_600, '1 h'],
  [5_400, '1 h 30 min'],
  [86_400, '1 d'],
  [180_000, '2 d 2 h'],
])('%d seconds are %s', (seconds, words) => {
  expect(durationWords(seconds)).toBe(words)
})

const changed = (some: Partial<ChangedWords>): ChangedWords => ({
  ...{ claimId: 'a', verdict: 'incorrect', aspect: 'so', words: 'in 1932', became: 'in 1933' },
  ...some,
})

test.each<[string, ChangedWords[], AppliedChange[], string[]]>([
  ['a wrong figure that was changed', [changed({})], [], ['wrong']],
  ['a wrong figure that was cut', [changed({ became: null })], [], ['wrong']],
  ['a wrong figure that was printed', [changed({ became: 'in 1932' })], [], []],
  ['typographic change', [changed({ words: '"so"', became: '“so”' })], [], []],
  ['words that nobody said', [changed({ aspect: 'said' })], [], ['misquoted']],
  ['what could not be stood up', [changed({ verdict: 'cannot_be_stood_up' })], [], ['unsupported']],
  ['what was said and disputed', [changed({ verdict: 'disputed' })], [], ['unsupported']],
  ['a better wording', [changed({ verdict: 'ok_with_change' })], [], ['worded']],
  ['one claim with two verdicts', [changed({}), changed({ verdict: 'misleading' })], [], ['wrong']],
  [
    'a claim with a suggestion besides',
    [changed({})],
    [{ claimId: 'a', reason: 'quotation' }],
    ['wrong'],
  ],
  [
    'suggestions for one claim and for words in none',
    [],
    [
      { claimId: 'b', reason: 'quotation' },
      { claimId: 'b', reason: 'date' },
      { claimId: null, reason: 'legal' },
      { claimId: null, reason: 'superlative' },
    ],
    ['misquoted', 'legal', 'misleading'],
  ],
])('of %s', (_, words, applied, causes) => {
  expect(errorsCaught(words, applied).map(({ cause }) => cause)).toEqual(causes)
})

const FIGURE: Figure = {
  ...{ key: 'load', says: '', of: 'Person' },
  series: [
    { name: 'To check', colour: '--s-open' },
    { name: 'Waiting', colour: '--quiet' },
  ],
  rows: [
    { name: 'Tom', values: [6, 2] },
    { name: 'Ines', values: [1, 1] },
  ],
}

test('bars are as long as their share of the longest, and the table has all of it', () => {
  expect(FIGURE.rows.map((row) => barOf(FIGURE, row))).toEqual([
    [
      { at: 0, width: 75 },
      { at: 75, width: 25 },
    ],
    [
      { at: 0, width: 12.5 },
      { at: 12.5, width: 12.5 },
    ],
  ])
  expect(tableOf(FIGURE)).toEqual([
    ['Person', 'To check', 'Waiting', 'All'],
    ['Tom', 6, 2, 8],
    ['Ines', 1, 1, 2],
  ])
  expect(isEmpty(FIGURE)).toBe(false)
  expect(isEmpty({ ...FIGURE, rows: [{ name: 'Tom', values: [0, 0] }] })).toBe(true)
})
