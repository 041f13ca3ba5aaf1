import { expect, test } from 'vitest'
import type { ReportEvidence } from '@/lib/domain/report/schema'
import { annotationsOf, reportAnnotations } from '@/lib/reports/annotations/annotations'
import { sampleReport } from '@/lib/testing/fixtures/sample-report'
import { matchAnnotations } from './match-annotations'
import { readAnnotations } from './read-annotations'

const ADDRESS = 'https://desk.example/harbour/articles/s-400-talks'
const TEXT = 'A range of 400 km, they said 😀. The range is 400 km.'
const here = { text: TEXT, address: ADDRESS, claims: [{ start: 0, end: 17, number: 'C-001' }] }

const bytes = (value: unknown) =>
  new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value))

function annotation(exact: string, more: object = {}, around: object = {}) {
  const selector = [{ type: 'TextQuoteSelector', exact, ...around }]
  return {
    type: 'Annotation',
    target: { source: 'https://elsewhere.example/a', selector },
    ...more,
  }
}

const matched = (value: unknown) => matchAnnotations(readAnnotations(bytes(value)), here)

test('what Stet hands out of a text comes back as the very claims, places and kinds', () => {
  const report = sampleReport()
  const file = bytes(reportAnnotations(report, ADDRESS))
  const { proposed, unmatched } = matchAnnotations(readAnnotations(file), {
    ...{ text: report.text, address: ADDRESS, claims: [] },
  })
  const claims = report.claims.filter(({ status, end, start }) => status !== 'cut' && end > start)
  expect(annotationsOf(report, ADDRESS)).toHaveLength(claims.length)
  expect(claims.filter(({ claimant }) => claimant).length).toBeGreaterThan(0)
  expect(
    proposed.map(({ start, end, words, type, claimant }) => [start, end, words, type, claimant]),
  ).toEqual(
    claims.map(({ start, end, words, type, claimant }) => [
      start,
      end,
      words,
      type,
      claimant ?? '',
    ]),
  )
  // Who attached it, when and in which copy is the desk's own; an address that could run is told in words.
  const isSafe = ({ source }: ReportEvidence) => !source.url.startsWith('javascript:')
  expect(claims.flatMap(({ evidence }) => evidence).every(isSafe)).toBe(false)
  const cited = claims.map(({ evidence }) =>
    evidence
      .filter(isSafe)
      .map(({ source, aspect, stance, directness, locator, excerpt, note }) => {
        const { id: _, originGroupId: __, ...known } = source
        return { source: known, aspect, stance, directness, locator, excerpt, note }
      }),
  )
  expect(cited.flat().length).toBeGreaterThan(2)
  expect(proposed.map(({ evidence }) => evidence)).toEqual(cited)
  for (const { evidence, note } of proposed) {
    for (const { locator } of evidence) expect(note).not.toContain(`Locator: ${locator}`)
  }
  expect(unmatched).toEqual([])
})

test('words that stand there for certain are proposed, with who said what of them', () => {
  const one = annotation(
    'The range is 400 km',
    {
      creator: { type: 'Person', name: 'Ada' },
      created: '2026-03-01T10:00:00Z',
      body: [
        { type: 'TextualBody', purpose: 'tagging', value: 'Measurement' },
        { type: 'TextualBody', value: 'Only for one missile.' },
      ],
    },
    { prefix: '😀. ' },
  )
  expect(matched([one]).proposed).toEqual([
    {
      ...{ number: 1, start: 33, end: 52, words: 'The range is 400 km', type: 'measurement' },
      note: 'Annotated elsewhere by Ada on 2026-03-01:\nOnly for one missile.',
      ...{ claimant: '', evidence: [] },
    },
  ])
})

test('what does not stand there for certain is shown with the reason, and nothing is guessed', () => {
  const { proposed, unmatched } = matched({
    type: 'AnnotationPage',
    next: 'https://elsewhere.example/page2',
    items: [
      annotation('400 km'),
      annotation('400 km', {}, { prefix: 'is ' }),
      annotation('400 km', {}, { prefix: 'nowhere ' }),
      annotation('A range of 400 km'),
      annotation('a range of 400 miles'),
      { type: 'Annotation', target: 'https://elsewhere.example/a' },
      annotation('400 km', {}, { prefix: 'is ' }),
    ],
  })
  expect(proposed.map(({ number }) => number)).toEqual([2])
  expect(unmatched.map(({ number, why }) => [number, why])).toEqual([
    [1, 'These words stand in 2 places, and nothing tells which is meant.'],
    [3, 'These words stand in this text, but between other words than it says.'],
    [4, 'It is C-001 already.'],
    [5, 'These words do not stand in this text.'],
    [6, 'It quotes no words (no TextQuoteSelector), and a place alone is not certain.'],
    [7, 'It is number 2 of this list already.'],
  ])
})

test('a place counts in code points, and decides between places that are alike', () => {
  const selector = [
    { type: 'TextQuoteSelector', exact: '400 km' },
    { type: 'TextPositionSelector', start: 45, end: 51 },
  ]
  expect(TEXT.lastIndexOf('400 km')).toBe(46)
  const one = { type: 'Annotation', target: { selector } }
  expect(matched([one]).proposed).toMatchObject([{ start: 46, words: '400 km' }])
})

test('what is cited as no evidence of ours, and a body that is only an address, is told as it stands', () => {
  const cites = (more: object) => ({
    ...{ type: 'TextualBody', purpose: 'linking', value: 'The ledger, p. 4' },
    'schema:citation': { 'schema:name': 'The ledger', 'schema:genre': 'Book', ...more },
    'schema:additionalProperty': [
      ['Stance', 'Supports'],
      ['Directness', 'Primary'],
      ['Locator', 'p. 4'],
    ].map(([name, value]) => ({ 'schema:name': name, 'schema:value': value })),
  })
  const [one] = matched([annotation('they said', { body: [cites({})] })]).proposed
  expect(one?.evidence).toMatchObject([{ source: { kind: 'book', url: '' }, locator: 'p. 4' }])
  expect(one?.note).toBe('')
  for (const wrong of [
    { 'schema:genre': 'Rumour' },
    { 'schema:name': '' },
    { 'schema:name': 'x'.repeat(501) },
    { 'schema:url': 'javascript:alert(1)' },
    { 'schema:datePublished': 'some day' },
  ]) {
    const [odd] = matched([annotation('they said', { body: [cites(wrong)] })]).proposed
    expect(odd).toMatchObject({ evidence: [], note: expect.stringContaining('The ledger, p. 4') })
  }
  const body = ['https://elsewhere.example/b', { id: 'https://elsewhere.example/c' }]
  expect(matched([annotation('they said', { body })]).proposed[0]?.note).toBe(
    'Annotated elsewhere:\nhttps://elsewhere.example/b\nhttps://elsewhere.example/c',
  )
})

test('rows of Hypothesis are read, and a list that goes on elsewhere says so', () => {
  const row = {
    user: 'acct:ada@hypothes.is',
    text: 'Check this.',
    tags: ['Number'],
    target: [
      {
        source: 'https://elsewhere.example',
        selector: [{ type: 'TextQuoteSelector', exact: 'they said' }],
      },
    ],
  }
  expect(matched({ total: 1, rows: [row] }).proposed).toMatchObject([
    { words: 'they said', type: 'number', note: expect.stringContaining('Check this.') },
  ])
  const page = {
    type: 'AnnotationPage',
    next: 'https://x.example/2',
    items: [annotation('they said')],
  }
  expect(matched(page).leftOut).toEqual([
    'The list goes on at https://x.example/2, which is not in this file.',
  ])
})

test.each([
  ['nothing', '', 'This file is empty.'],
  ['words', 'hello', /^This is not JSON/],
  ['half a list', '[{"type":"Annotation"', /^This is not JSON/],
  ['a wrong sign', '[{"a":1},\n{"b" 2}]', /^This is not JSON, from line 2, column 6 on\.$/],
  [
    '10,000 levels',
    `${'['.repeat(10_000)}${']'.repeat(10_000)}`,
    'This is nested deeper than 64 levels at line 1, column 65.',
  ],
  ['a number', '3', /no list of annotations/],
  ['other JSON', '{"claims":[]}', /no list of annotations/],
  ['an empty list', '[]', 'There are no annotations in this list.'],
  [
    'no annotation',
    '[{"type":"Annotation"}]',
    'Number 1 of this list is no annotation: it says of nothing what it is on.',
  ],
  ['null among them', '[null]', /^Number 1 /],
  [
    'a page elsewhere',
    '{"type":"AnnotationCollection","first":"https://x.example"}',
    /by an address only/,
  ],
  [
    'too many',
    JSON.stringify(Array(5_001).fill({ target: 'x:y' })),
    /5,001 annotations; 5,000 are read/,
  ],
])('%s is refused in words', (_, content, message) => {
  expect(() => readAnnotations(bytes(content))).toThrow(message)
})

test('what is not UTF-8 is refused with its place, and so is what is too large', () => {
  const file = new Uint8Array([...bytes('[\n"aé"'), 0xff, 0x5d])
  expect(() => readAnnotations(file)).toThrow(
    'This is not UTF-8 at line 2, column 5 (byte 7). JSON is always UTF-8.',
  )
  expect(() => readAnnotations(new Uint8Array(20_000_001))).toThrow(/has 21 MB/)
})

test('a list about another text is refused, and one about another article of this Stet', () => {
  expect(() => matched([annotation('the moon'), annotation('the sun')])).toThrow(
    'None of the 2 annotations in this list is on words of this text, so the list is about another one. It says that it is about https://elsewhere.example/a.',
  )
  const other = annotation('they said', {})
  other.target.source = 'https://desk.example/harbour/articles/other/revisions/2'
  expect(() => matched([other])).toThrow(/^This list is about another article, https:\/\/desk/)
})
