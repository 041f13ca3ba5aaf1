import { expect, test } from 'vitest'
import { QuotableText } from './find-quotation'

const TEXT =
  'The range is 400 km. Another has 40 km.\n\nHe said “a range of 400 km” twice: “a range of 400 km”.\n\n两份合同已经签署。两份合同。'
const text = new QuotableText(TEXT)

const find = (exact: string, around: { prefix?: string; suffix?: string; start?: number } = {}) => {
  const found = text.find({ prefix: '', suffix: '', start: null, ...around, exact })
  if (found.what === 'found') return TEXT.slice(found.at.start - 3, found.at.end)
  return 'places' in found ? `${found.what} ${found.places.length}` : found.what
}

test.each([
  ['words that stand once', 'Another', {}, 'm. Another'],
  ['no part of a number', '40 km', {}, 'as 40 km'],
  ['no part of a word', 'nother', {}, 'missing'],
  [
    'another form of its quote marks',
    '"a range of 400 km" twice',
    {},
    'id “a range of 400 km” twice',
  ],
  ['other white space between paragraphs', '40 km. He said', {}, 'as 40 km.\n\nHe said'],
  [
    'a place by what stands behind it',
    'a range of 400 km',
    { suffix: '" twice' },
    'd “a range of 400 km',
  ],
  [
    'a place by what stands before it',
    'a range of 400 km',
    { prefix: 'twice: "' },
    ': “a range of 400 km',
  ],
  ['nothing between two places that are alike', 'a range of 400 km', {}, 'ambiguous 2'],
  [
    'a place that is said, where words are alike',
    'a range of 400 km',
    { start: TEXT.lastIndexOf('a range') },
    ': “a range of 400 km',
  ],
  ['no place that is said wrongly', 'a range of 400 km', { start: 7 }, 'ambiguous 2'],
  ['other words around', 'Another', { prefix: 'Never: ' }, 'elsewhere 1'],
  ['a changed digit', 'a range of 401 km', {}, 'missing'],
  ['a changed capital', 'another', {}, 'missing'],
  ['words of a script without spaces', '已经签署', {}, '份合同已经签署'],
  ['such words twice', '两份合同', {}, 'ambiguous 2'],
  ['nothing', '', {}, 'missing'],
  ['white space', ' \n', {}, 'missing'],
])('it finds %s', (_, exact, around, found) => {
  expect(find(exact, around)).toBe(found)
})

test('every claim of a long text is found by its own anchor, and quickly', () => {
  const long = Array.from({ length: 5_000 }, (_, n) => `Item ${n} cost ${n * 7} euros.`).join(' ')
  const quotable = new QuotableText(long)
  const start = performance.now()
  for (let n = 0; n < 2_000; n++) {
    const exact = `cost ${n * 7} euros`
    const at = long.indexOf(`${exact}.`)
    const found = quotable.find({ exact, prefix: long.slice(at - 8, at), suffix: '.', start: null })
    expect(found).toEqual({ what: 'found', at: { start: at, end: at + exact.length } })
  }
  expect(performance.now() - start).toBeLessThan(10_000)
})

test('thousands of quotations of the most frequent word are answered in no time', () => {
  const long = 'the cat and the dog and the mouse of the house. '.repeat(5_000)
  const quotable = new QuotableText(long)
  const start = performance.now()
  for (let n = 0; n < 2_000; n++) {
    const found = quotable.find({ exact: 'the', prefix: '', suffix: '', start: null })
    expect(found.what).toBe('ambiguous')
  }
  for (let n = 0; n < 20; n++) {
    const around = { prefix: `never ${n} `, suffix: ' unseen' }
    expect(quotable.find({ exact: 'the', start: null, ...around }).what).toBe('elsewhere')
  }
  expect(performance.now() - start).toBeLessThan(10_000)
})
