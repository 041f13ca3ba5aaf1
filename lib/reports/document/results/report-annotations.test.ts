import { expect, test } from 'vitest'
import type { Report } from '@/lib/domain/report/schema'
import { sampleReport } from '@/lib/testing/fixtures/sample-report'
import { assertSound } from './annotations'
import { initialsOf } from './initials'
import { reportAnnotations } from './report-annotations'

const sample = sampleReport()
const ALL = { claims: true, queries: true, suggestions: true, reader: 'desk' as const }
const NONE = { claims: false, queries: false, suggestions: false, reader: 'desk' as const }

/** The comments of a report with the words that each is on. */
function commentsOf(report: Report, wishes: Parameters<typeof reportAnnotations>[1] = ALL) {
  const annotations = reportAnnotations(report, wishes)
  assertSound(annotations, report.text)
  return annotations.comments.map(({ span, ...comment }) => ({
    ...comment,
    on: report.text.slice(span.start, span.end),
  }))
}

const placeOf = (words: string) => {
  const start = sample.text.indexOf(words)
  return { start, end: start + words.length }
}

test('a claim is a comment by whoever gave the verdict, with reasons and sources, and the other verdicts answer it', () => {
  const [claim] = commentsOf(sample, { ...NONE, claims: true })
  expect(claim).toMatchObject({
    ...{ author: 'Ann Lee', initials: 'AL', at: '2020-12-07T13:41:00Z', resolved: false },
    on: 'every component of the first contract had been delivered and that full payment was received',
  })
  expect(claim?.paragraphs).toEqual([
    'C-001 · Cannot be stood up',
    'So: Cannot be stood up.',
    'Rationale: Nobody but the seller says that the money has arrived.',
    'Searched: Rostec and SSB releases to 7 December 2020, in English, Russian and Turkish.',
    expect.stringMatching(
      /^Source 1\. Supports: Russia waiting .*TASS.*https:\/\/tass\.com\/defense\nLocator: Paragraph 2\nExcerpt: “/,
    ),
    expect.stringMatching(/^Source 2\. Context: .*\nLocator: Paragraph 3\n/),
    'Given 7 Dec 2020, 13:41 UTC, by Ann Lee',
  ])
  expect(claim?.replies.map(({ author, paragraphs }) => [author, paragraphs[0]])).toEqual([
    ['Ann Lee', 'Said: Confirmed.'],
    [
      'Ruth Okafor',
      'Waiver for said: One agency is enough for what was said in front of reporters.',
    ],
  ])
})

test('both checks of a claim are in it, and what an editor decided between them comes first', () => {
  const claim = commentsOf(sample).find(({ paragraphs }) => paragraphs[0]?.startsWith('C-006'))
  expect([claim?.author, claim?.paragraphs[1]]).toEqual([
    'Ruth Okafor',
    'So: Misleading. Decided by an editor between two checks.',
  ])
  expect(claim?.replies.map(({ author, paragraphs }) => [author, paragraphs[0]])).toEqual([
    ['Ann Lee', 'So: Not checkable. First check.'],
    ['ليلى حداد', 'So: Misleading. Second check, blind: the first could not be seen.'],
  ])
})

test('a claim without a verdict speaks in the newsroom’s name; one that is settled is done; a cut one is not there', () => {
  const comments = commentsOf(sample, { ...NONE, claims: true })
  const byNumber = new Map(comments.map((one) => [one.paragraphs[0]?.slice(0, 5), one]))
  expect(byNumber.get('C-005')).toMatchObject({
    author: 'Harbour Wire',
    paragraphs: ['C-005 · Unchecked'],
    resolved: false,
  })
  expect(byNumber.get('C-009')).toMatchObject({ resolved: true })
  expect(comments).toHaveLength(sample.claims.filter(({ status }) => status !== 'cut').length)
})

test('a claim that has no place in this text is told at its beginning', () => {
  const [first] = sample.claims
  if (!first) throw new Error('the sample has no claim')
  const { start: _, end: __, ...rest } = first
  const unplaced = [{ ...rest, number: 'C-020', words: 'two contracts', revision: 1 }]
  const told = commentsOf({ ...sample, unplaced }, { ...NONE, claims: true }).at(-1)
  expect(told).toMatchObject({ on: sample.article.headline })
  expect(told?.paragraphs.slice(0, 2)).toEqual([
    'C-020 · Cannot be stood up',
    'On “two contracts”, which has no certain place in this text.',
  ])
})

test('a query is a comment with its thread, and done when it is closed', () => {
  const [closed, open] = commentsOf(sample, { ...NONE, queries: true })
  expect(closed).toMatchObject({
    ...{ author: 'Ann Lee', at: '2020-12-07T12:00:00Z', resolved: true },
    on: 'the first NATO country to buy the system',
    replies: [{ author: 'Deniz Kaya', at: '2020-12-07T12:30:00Z' }, { author: 'Ann Lee' }],
  })
  expect(closed?.paragraphs.slice(0, 2)).toEqual([
    'Query on C-002 · To the writer, closed, blocking',
    'Question: Who says that it was the first?',
  ])
  expect(open).toMatchObject({ resolved: false, on: sample.article.headline })
})

test('a query about no claim stands on its own words, where they are known', () => {
  const place = placeOf('Ankara signed')
  const queries = sample.queries
    .slice(1)
    .map((query) => ({ ...query, words: 'Ankara signed', place }))
  expect(commentsOf({ ...sample, queries }, { ...NONE, queries: true })).toMatchObject([
    { on: 'Ankara signed' },
  ])
})

test('suggestions that wait are changes too: an accepted one in the words that were accepted', () => {
  const suggestions = sample.suggestions.map((one) => ({ ...one, place: placeOf(one.words) }))

  const { changes, comments } = reportAnnotations(
    { ...sample, suggestions },
    { ...NONE, suggestions: true },
  )
  expect(changes).toEqual([
    {
      span: placeOf('A range of 400 km and an altitude of 35 km'),
      ...{ after: 'A reported range of 400 km', kind: 'accepted' },
      ...{ author: 'ليلى حداد', at: '2020-12-07T13:12:00Z' },
    },
    {
      span: placeOf('A second contract'),
      ...{ after: '', kind: 'open', author: 'Ann Lee', at: '2020-12-07T13:14:00Z' },
    },
  ])
  expect(comments.map(({ paragraphs, resolved }) => [paragraphs[0], resolved])).toEqual([
    ['Suggestion on C-002 · Stet', true],
    ['Suggestion on C-005 · Accepted', true],
    ['Suggestion · Undecided', false],
  ])
})

test('one that is undecided is open, and what was taken back or carried out is not there', () => {
  const [first] = sample.suggestions
  if (!first) throw new Error('the sample has no suggestion')
  const place = placeOf(first.words)
  const inState = (state: typeof first.state) =>
    reportAnnotations(
      { ...sample, suggestions: [{ ...first, state, decision: null, place }] },
      { ...NONE, suggestions: true },
    )
  expect(inState('undecided').changes).toMatchObject([
    { kind: 'open', author: 'Ann Lee', after: first.after },
  ])
  for (const state of ['withdrawn', 'applied'] as const)
    expect(inState(state)).toEqual({ comments: [], changes: [] })
})

test('only what is wanted goes in, and only what its reader may see', () => {
  expect(reportAnnotations(sample, NONE)).toEqual({ comments: [], changes: [] })
  expect(
    commentsOf(sample, { ...NONE, queries: true, reader: 'writer' }).map(
      ({ paragraphs }) => paragraphs[0],
    ),
  ).toEqual(['Query on C-002 · To the writer, closed, blocking'])
  const outside = commentsOf(sample, { ...ALL, reader: 'outside' })
  expect(
    new Set(outside.flatMap((one) => [one, ...one.replies]).map(({ author }) => author)),
  ).toEqual(new Set(['Harbour Wire']))
  for (const { name } of sample.people) expect(JSON.stringify(outside)).not.toContain(name)
})

test.each([
  ['Ines Kaya', 'IK'],
  ['Jean-Luc de la Tour', 'JDL'],
  ['O’Brien', 'O'],
  ['ليلى حداد', 'لح'],
  ['42', ''],
])('%s signs as %s', (name, initials) => {
  expect(initialsOf(name)).toBe(initials)
})
