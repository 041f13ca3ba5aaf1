import { describe, expect, test } from 'vitest'
import {
  checksOf,
  citedIn,
  isSameSource,
  type Mapping,
  saysTheSame,
  withoutMarksAround,
  writtenDown,
} from './checks'
import { proposedMeaning, proposedStance, workStatusOf } from './statuses'

const MAPPING: Mapping = {
  header: 1,
  columns: { quote: 0, title: 1, link: 2, locator: 3, status: 4, note: 5 },
  marksAround: false,
  meanings: {},
  stances: {},
  stance: 'supports',
  kind: 'web_page',
  directness: 'secondary',
}

function one(
  cells: string[],
  { links = {}, ...mapping }: Partial<Mapping> & { links?: Record<string, string> } = {},
) {
  const heading = { number: 1, isHidden: false, cells: ['Quote'], links: {} }
  const row = { number: 4, isHidden: false, cells, links }
  return checksOf({ rows: [heading, row] }, { ...MAPPING, ...mapping })[0]
}

test('a row says words, a source, a place in it, a status and a note', () => {
  expect(
    one([' A range\nof 400 km ', 'Ledger ', 'example.org/a', 'p. 4', 'TRUE', 'So it\nsays.']),
  ).toEqual({
    ...{ row: 4, isHidden: false, quote: 'A range\nof 400 km', problem: null },
    ...{ source: { title: 'Ledger', url: 'https://example.org/a' }, locator: 'p. 4' },
    ...{ status: 'TRUE', meaning: 'confirmed', stance: 'supports', note: 'So it\nsays.' },
  })
})

test('rows that say nothing are none, and one without words says so', () => {
  expect(one(['', ' ', '', '', '', ''])).toBeUndefined()
  expect(one(['', 'Ledger'])).toMatchObject({ problem: 'It quotes no words.' })
})

describe('the source of a row', () => {
  test.each<[string, string, string, Record<string, string>, object | null, string]>([
    [
      'a title and an address',
      'Ledger',
      'https://example.org/a',
      {},
      { title: 'Ledger', url: 'https://example.org/a' },
      '',
    ],
    ['a title alone', 'Ledger', '', {}, { title: 'Ledger', url: '' }, ''],
    [
      'an address alone',
      '',
      'https://example.org/the-ledger.html',
      {},
      { title: 'the ledger (example.org)', url: 'https://example.org/the-ledger.html' },
      '',
    ],
    [
      'an address as its title',
      'https://example.org/a',
      '',
      {},
      { title: 'a (example.org)', url: 'https://example.org/a' },
      '',
    ],
    [
      'a cell that leads to it',
      'Ledger',
      'here',
      { 2: 'https://example.org/a' },
      { title: 'Ledger', url: 'https://example.org/a' },
      'Link in the sheet: here',
    ],
    [
      'a title that leads to it',
      'Ledger',
      '',
      { 1: 'https://example.org/a' },
      { title: 'Ledger', url: 'https://example.org/a' },
      '',
    ],
    [
      'no address, which is kept as a note',
      'Ledger',
      'red folder',
      {},
      { title: 'Ledger', url: '' },
      'Link in the sheet: red folder',
    ],
    ['words for a link alone', '', 'red folder', {}, { title: 'red folder', url: '' }, ''],
    [
      'two addresses, both kept',
      'Ledger',
      'https://a.org/1 https://b.org/2',
      {},
      { title: 'Ledger', url: 'https://a.org/1' },
      'Link in the sheet: https://a.org/1 https://b.org/2',
    ],
    [
      'what would run',
      'Ledger',
      'javascript:alert(1)',
      {},
      { title: 'Ledger', url: '' },
      'Link in the sheet: javascript:alert(1)',
    ],
    [
      'what would run as a link',
      'Ledger',
      '',
      { 2: 'javascript:alert(1)' },
      { title: 'Ledger', url: '' },
      '',
    ],
    ['dashes', '—', 'n/a', {}, null, ''],
  ])('%s', (_, title, link, links, source, note) => {
    expect(one(['Words', title, link], { links })).toMatchObject({ source, note })
  })
})

test.each([
  ['the whole document', ''],
  ['—', ''],
  ['p. 4', 'p. 4'],
  ['12', '12'],
])('“%s” as a place in the source is “%s”', (said, locator) => {
  expect(one(['Words', 'Ledger', '', said])).toMatchObject({ locator })
})

test('what is too long for its field says how long it is, and is not cut', () => {
  expect(one(['W', 'x'.repeat(501)])?.problem).toBe(
    'The title of the source has 501 characters; 500 is the most.',
  )
  expect(one(['W', '', '', '', '', 'x'.repeat(10_000)])?.problem).toBeNull()
  expect(one(['W', '', '', '', '', 'x'.repeat(10_001)])?.problem).toContain('has 10,001 characters')
})

test.each([
  ['“full payment”', 'full payment'],
  ['"full payment"', 'full payment'],
  ['«полная оплата»', 'полная оплата'],
  ['„volle Zahlung“', 'volle Zahlung'],
  ['full payment', 'full payment'],
  ['“yes”, he said, “no”', '“yes”, he said, “no”'],
  ['"', '"'],
])('%s without marks around it is %s', (quote, words) => {
  expect(withoutMarksAround(quote)).toBe(words)
  expect(one([quote], { marksAround: true })?.quote).toBe(words)
  expect(one([quote])?.quote).toBe(quote)
})

describe('a status', () => {
  test.each([
    ['True', 'confirmed', 'supports'],
    [' ✓ ', 'confirmed', 'supports'],
    ['Falsch.', 'incorrect', 'contradicts'],
    ['Irreführend', 'misleading', 'context'],
    ['OK with change', 'ok_with_change', 'limits'],
    ['ask author', 'waiting_writer', 'context'],
    ['Checked', 'in_progress', 'context'],
    ['yes', 'unchecked', 'context'],
    ['constructor', 'unchecked', 'context'],
    ['', 'unchecked', 'context'],
  ] as const)('“%s” is proposed as %s, of which the source %s', (status, meaning, stance) => {
    expect(proposedMeaning(status)).toBe(meaning)
    expect(proposedStance(meaning)).toBe(stance)
  })

  test('means what a person says, however it is written', () => {
    const said = { meanings: { yes: 'confirmed' }, stances: { yes: 'limits' } } as const
    expect(one(['W', '', '', '', ' YES '], said)).toMatchObject({
      meaning: 'confirmed',
      stance: 'limits',
    })
  })

  test.each([
    [['confirmed'], 'in_progress'],
    [['unchecked', 'unchecked'], 'unchecked'],
    [['waiting_writer'], 'waiting_writer'],
    [['waiting_writer', 'unchecked'], 'in_progress'],
    [['incorrect', 'confirmed'], 'in_progress'],
  ] as const)('%s gives no verdict: the work is %s', (meanings, status) => {
    expect(workStatusOf(meanings)).toBe(status)
  })
})

test('what is written down says where it is from, and is the same wherever it was brought from', () => {
  const said = { row: 4, status: 'True', note: 'So it says.' }
  const written = writtenDown('checks.csv', said)
  expect(written).toBe('From checks.csv, row 4:\nStatus there: “True”\nSo it says.')
  expect(saysTheSame(written, writtenDown('other.csv', { ...said, row: 9 }))).toBe(true)
  expect(saysTheSame(written, writtenDown('checks.csv', { ...said, note: 'No.' }))).toBe(false)
  expect(writtenDown('checks.csv', { row: 4, status: '', note: '' })).toBe('')
  expect(citedIn('checks.csv', 4)).toBe('As cited in row 4 of checks.csv')
})

test.each([
  [{ title: 'A', url: 'https://a.org/' }, { title: 'B', url: 'https://a.org/' }, true],
  [{ title: 'A', url: 'https://a.org/' }, { title: 'A', url: 'https://b.org/' }, false],
  [{ title: 'A', url: '' }, { title: 'A', url: 'https://b.org/' }, true],
  [{ title: 'A', url: '' }, { title: 'a', url: '' }, false],
])('%j is %j: %s', (cited, known, same) => {
  expect(isSameSource(cited, known)).toBe(same)
})
