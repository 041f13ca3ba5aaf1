import { expect, test } from 'vitest'
import { layOut } from '../text/blocks'
import { quotationOver, quotationsIn } from './quotations'

const found = (text: string) =>
  quotationsIn(text, { start: 0, end: text.length }).map(({ start, end }) => text.slice(start, end))

test.each([
  ['double marks', 'He said “all is paid” and “no”.', ['“all is paid”', '“no”']],
  ['straight marks', 'He said "all is paid" on Monday.', ['"all is paid"']],
  ['single marks, with an apostrophe within', 'He said ‘we don’t pay’ twice.', ['‘we don’t pay’']],
  ['low marks', 'Er sagte: „Alles bezahlt“ und ging.', ['„Alles bezahlt“']],
  ['one mark on both sides', 'Han sade: ”Vi har betalat.” Sedan gick han.', ['”Vi har betalat.”']],
  ['guillemets that stand apart', 'Il dit « tout est payé » hier.', ['« tout est payé »']],
  ['corner brackets between letters', '他说「款项已付」了。', ['「款项已付」']],
  ['one within another', 'He said “she said ‘no’ to me” twice.', ['“she said ‘no’ to me”']],
  ['one that goes on in the next paragraph', '“It began so.', ['“It began so.']],
])('quotations are found by %s', (_what, text, expected) => {
  expect(found(text)).toEqual(expected)
})

test.each(['the drivers’ strike of ’90', 'don’t', 'It ended so.” Then it rained.', 'ab"cd'])(
  'no quotation begins in: %s',
  (text) => {
    expect(found(text)).toEqual([])
  },
)

test.each([
  ['“A.', '“B.', '“C.”', 'abc'],
  ['“A.”', '“B.', '“C.”', 'bc'],
  ['“A.', 'B.', '“C.”', 'b'],
  ['He said: «A.', '«B.»', '«C.»', 'ab'],
  ['"A.', '"B."', 'C.', 'ab'],
  ['A.', 'B.', 'C.', 'b'],
])('over paragraphs, a quotation runs through %s %s %s: %s', (...given) => {
  const { text, blocks } = layOut(given.slice(0, 3).map((text) => ({ kind: 'paragraph', text })))
  const { first, last } = quotationOver(text, blocks, 1)
  expect('abc'.slice(first, last + 1)).toBe(given[3])
})
