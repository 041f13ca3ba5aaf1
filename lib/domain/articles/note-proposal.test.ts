import { describe, expect, test } from 'vitest'
import { asQuestion, citedSource, placeIn, usualUse } from './note-proposal'

const note = (text: string, more: object = {}) => ({
  ...{ kind: 'footnote' as const, text, addresses: [], resolved: false, replies: [], author: '' },
  ...more,
})

describe('a note that cites', () => {
  test.each([
    [
      'City ledger, vol. 3, p. 41.',
      [],
      {
        title: 'City ledger, vol. 3, p. 41.',
        url: '',
        locator: 'p. 41',
        kind: 'official_document',
      },
    ],
    [
      'See Annual report 2024, https://example.org/report.pdf, pp. 4–6',
      ['https://example.org/report.pdf'],
      {
        title: 'Annual report 2024, pp. 4–6',
        url: 'https://example.org/report.pdf',
        locator: 'pp. 4–6',
        kind: 'web_page',
      },
    ],
    [
      'https://example.org/news/bridge-opens-late.html',
      ['https://example.org/news/bridge-opens-late.html'],
      { title: 'bridge opens late (example.org)', locator: 'As cited in the draft’s footnote' },
    ],
    [
      'Interview with the mayor',
      [],
      { title: 'Interview with the mayor', locator: 'As cited in the draft’s footnote' },
    ],
    [
      'https://example.org/%E0%A4',
      ['https://example.org/%E0%A4'],
      { title: '%E0%A4 (example.org)' },
    ],
  ])('%s', (text, addresses, source) => {
    expect(citedSource(note(text, { addresses }))).toMatchObject(source)
  })
})

test.each([
  ['Ledger, S. 12', 'S. 12'],
  ['at 12:30 of the recording', 'at 12:30'],
  ['§ 4.2 of the act', '§ 4.2'],
  ['Законодательство, стр. 7', 'стр. 7'],
  ['The 12 apostles', null],
])('the place in “%s”', (text, place) => {
  expect(placeIn(text)).toBe(place)
})

test('what is done is left unless somebody takes it, and answers go with a question', () => {
  const comment = note('Sure?', {
    kind: 'comment',
    replies: [{ author: 'Tom', at: '', text: 'Yes.' }],
  })
  expect(usualUse(comment)).toBe('query')
  expect(usualUse({ ...comment, resolved: true })).toBeNull()
  expect(usualUse(note('Ledger.'))).toBe('source')
  expect(asQuestion(comment)).toBe('Sure?\n\nTom: Yes.')
})
