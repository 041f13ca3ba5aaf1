import { expect, test } from 'vitest'
import { deadlinesFigure } from './draw'
import { durationWords } from './durations'
import { type AppliedChange, type ChangedWords, errorsCaught } from './error-causes'
import { barOf, type Figure, foldedOf, isEmpty, tableOf } from './figure'
import { periodOf, periodQuery, periodWords } from './period'

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

const LATE = ''

test.each<[string, [day: string, count: number][], string[], string | null]>([
  ['no day', [[LATE, 2]], ['Late'], 'Nothing from 25 Dec to 7 Jan 2027.'],
  ['the first day', [['2026-12-25', 1]], ['Late', '25 Dec'], 'Nothing after 25 Dec.'],
  ['one day', [['2027-01-02', 1]], ['Late', '2 Jan 2027'], 'Nothing before or after 2 Jan 2027.'],
  [
    'days between',
    [
      ['2026-12-30', 1],
      ['2027-01-01', 3],
    ],
    ['Late', '30 Dec', '31 Dec', '1 Jan 2027'],
    'Nothing before 30 Dec, or after 1 Jan 2027.',
  ],
  [
    'the last days',
    [
      ['2027-01-06', 1],
      ['2027-01-07', 1],
    ],
    ['Late', '6 Jan 2027', '7 Jan 2027'],
    'Nothing before 6 Jan 2027.',
  ],
])('of deadlines on %s, days without any are folded at both ends', (_, on, drawn, says) => {
  const counts = on.map(([day, count]) => ({ day, count }))
  const figure = deadlinesFigure(counts, '2026-12-25')
  const folded = foldedOf(figure)
  expect(folded.rows.map(({ name, day }) => day ?? name)).toEqual(drawn)
  expect(folded.says).toBe(says)
  expect(tableOf(figure)).toHaveLength(16)
  const [, late, first] = tableOf(figure).map(([name]) => name)
  expect([late, first]).toEqual(['Late', '2026-12-25'])
})

test('what is no day is never folded', () => {
  expect(foldedOf(FIGURE)).toEqual({ rows: FIGURE.rows, says: null })
})

test.each([
  [{ period: 'year' }, 'This year, 1 Jan to 30 Nov'],
  [{ from: '2025-11-12', to: '2026-01-03' }, '12 Nov 2025 to 3 Jan'],
  [{ from: '2020-01-01', to: '2020-12-31' }, '1 Jan to 31 Dec 2020'],
  [{ from: '2019-01-01', to: '2020-12-31' }, '1 Jan 2019 to 31 Dec 2020'],
  [{ from: '2020-02-29', to: '2020-02-29' }, '29 Feb 2020'],
])('%j is called %s', (asked, words) => {
  expect(periodWords(periodOf(asked, 'UTC', NOW), '2026-11-30')).toBe(words)
})
