import { expect, test } from 'vitest'
import { type Block, LONGEST_TEXT, layOut } from './blocks'
import { MOST_BLOCKS, textProblems, withoutUnstorable } from './problems'

const paragraph = (text: string): Block => ({ kind: 'paragraph', text })

test('a text in any script is no problem', () => {
  const blocks = ['The bridge', 'جسر', '👨‍👩‍👧‍👦', 'e\u0301', '𠮷野家'].map(paragraph)
  expect(textProblems(blocks)).toEqual([])
  expect(withoutUnstorable(blocks)).toEqual(blocks)
})

test('NUL characters and half characters are found in their block and taken out', () => {
  const blocks = ['good', 'a\0b', '\ud83d', 'x\ude00 ', '\ud83d\0\ude00 one 👍'].map(paragraph)
  expect(textProblems(blocks)).toEqual([
    { block: 1, what: 'This holds a NUL character, which cannot be stored or printed.' },
    { block: 2, what: 'This holds half of a character, which cannot be stored or printed.' },
    { block: 3, what: 'This holds half of a character, which cannot be stored or printed.' },
    { block: 4, what: 'This holds a NUL character, which cannot be stored or printed.' },
  ])
  const cleaned = withoutUnstorable(blocks)
  expect(cleaned.map(({ text }) => text)).toEqual(['good', 'ab', 'x', 'one 👍'])
  expect(textProblems(cleaned)).toEqual([])
})

test('a text may be as long as the longest, separators included, and not one unit more', () => {
  const fits = [paragraph('a'), paragraph('b'.repeat(LONGEST_TEXT - 3))]
  expect(layOut(fits).text.length).toBe(LONGEST_TEXT)
  expect(textProblems(fits)).toEqual([])
  expect(textProblems([paragraph('aa'), ...fits.slice(1), paragraph('c')])).toEqual([
    { block: 1, what: 'The text is longer than 1,000,000 characters from here.' },
  ])
})

test('an article may have five thousand blocks', () => {
  const blocks = Array.from({ length: MOST_BLOCKS }, () => paragraph('a'))
  expect(textProblems(blocks)).toEqual([])
  expect(textProblems([...blocks, paragraph('b')])).toEqual([
    { block: 5_000, what: 'An article may have 5,000 blocks; this is one more.' },
  ])
})
