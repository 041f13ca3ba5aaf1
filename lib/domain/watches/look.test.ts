import { describe, expect, test } from 'vitest'
import { compareWords, type Found, foundOfNothing, isNews, says } from './look'

const KEPT = 'The harbour was “dredged” in March.\n\nFerries have called since May.'

describe('a page that was looked at again', () => {
  test.each([
    ['says the same', KEPT, null, { found: 'same' }],
    ['has other spaces', KEPT.replaceAll(' ', '\u00a0'), null, { found: 'same' }],
    ['has other quote marks', KEPT.replace(/[“”]/g, '"'), null, { found: 'same' }],
    ['has another month', KEPT.replace('May', 'June'), null, { found: 'changed', isKnown: false }],
    ['has a word less', KEPT.replace('have ', ''), null, { found: 'changed', isKnown: false }],
    [
      'has a negation more',
      KEPT.replace('was', 'was not'),
      null,
      { found: 'changed', isKnown: false },
    ],
    ['says nothing', '', null, { found: 'changed', isKnown: false }],
    [
      'is as it was seen last',
      KEPT.replace('May', 'June'),
      KEPT.replace('May', '  June'),
      { found: 'changed', isKnown: true },
    ],
    [
      'changed once more',
      KEPT.replace('May', 'July'),
      KEPT.replace('May', 'June'),
      { found: 'changed', isKnown: false },
    ],
    ['is again as it was kept', KEPT, KEPT.replace('May', 'June'), { found: 'same' }],
  ])('%s', (_, now, lastSeen, found) => {
    expect(compareWords(now, KEPT, lastSeen)).toEqual(found)
  })
})

describe('a page that did not come', () => {
  const answered = (status: number) => ({ status, isNameGone: false })
  const noName = { status: null, isNameGone: true }
  const silence = { status: null, isNameGone: false }
  test.each<
    [what: string, failure: typeof noName | ReturnType<typeof answered>, Found | null, string]
  >([
    ['is not there', answered(404), null, 'gone'],
    ['is gone', answered(410), 'same', 'gone'],
    ['is behind a log-in', answered(401), null, 'unreachable'],
    ['is not shown', answered(403), null, 'unreachable'],
    ['is not available', answered(503), 'unreachable', 'unreachable'],
    ['is silent', silence, 'unreachable', 'unreachable'],
    ['has a name that is not found', noName, null, 'unreachable'],
    ['has a name that is not found, and was there before', noName, 'same', 'unreachable'],
    ['has a name that was not found before', noName, 'unreachable', 'gone'],
    ['has a name that is gone already', noName, 'gone', 'gone'],
  ])('%s', (_, failure, before, found) => {
    expect(foundOfNothing(failure, before && { found: before })).toBe(found)
  })
})

test.each<[Found, boolean]>([
  ['same', false],
  ['changed', true],
  ['gone', true],
  ['unreachable', false],
])('that a page is %s is news: %s', (found, news) => {
  expect(isNews(found)).toBe(news)
})

test.each([
  ['dredged in March', KEPT, false],
  ['"dredged"  in March', KEPT, true],
  ['Ferries have called since May', KEPT, true],
  ['called since Ma', KEPT, false],
  ['', KEPT, null],
  [' \n', KEPT, null],
])('“%s” stands in the text: %s', (words, text, stands) => {
  expect(says(text, words)).toBe(stands)
})
