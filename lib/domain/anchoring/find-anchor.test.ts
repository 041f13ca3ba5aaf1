import { expect, test } from 'vitest'
import { anchorAt } from './anchor'
import { findAnchor } from './find-anchor'

const TEXT = 'The bridge opened in 1932. The mayor said it cost four million crowns.'

const anchor = anchorAt(TEXT, { start: 45, end: 69 })

test.each([
  ['the same text', TEXT, 45],
  ['a text that begins with more', `Correction. ${TEXT}`, 57],
  ['one that says them twice, at their place', `${TEXT} ${TEXT}`, 45],
  ['one that says them twice, and at neither place', `Again. ${TEXT} ${TEXT}`, null],
  ['one that says other words', TEXT.replace('four', 'five'), null],
  ['one in which other words stand before them', `x${TEXT.replace('said', 'denied')}`, null],
  ['none', '', null],
])('words that were pointed at are found in %s', (_, text, start) => {
  const found = findAnchor(text, anchor)
  expect(found).toEqual(start === null ? null : { start, end: start + anchor.exact.length })
  if (found) expect(text.slice(found.start, found.end)).toBe('cost four million crowns')
})
