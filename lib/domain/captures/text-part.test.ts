import { expect, test } from 'vitest'
import { partAround } from './text-part'

const TEXT = Array.from({ length: 100 }, (_, index) => `line ${index + 1}`).join('\n')

test('a text that is short enough is shown whole', () => {
  expect(partAround(TEXT, null)).toEqual({ text: TEXT, start: 0, line: 1, isWhole: true })
})

test.each([
  ['from its beginning', null, 1],
  ['around a passage', 'line 50', 43],
  ['to its end', 'line 100', 93],
])('a long text is shown in whole lines, %s', (_, words, first) => {
  const at = TEXT.indexOf(words ?? 'line 1')
  const place = words === null ? null : { start: at, end: at + words.length }
  const part = partAround(TEXT, place, 120)
  expect(part.line).toBe(first)
  expect(part.text.length).toBeLessThanOrEqual(120)
  expect(part.text).toMatch(/^line \d+\n[\s\S]*line \d+$/)
  expect(TEXT.slice(part.start, part.start + part.text.length)).toBe(part.text)
  if (words) expect(part.text).toContain(words)
})

test('one endless line is cut, and no character with it', () => {
  const { text, start } = partAround('👍'.repeat(200), { start: 200, end: 202 }, 101)
  expect(text).toMatch(/^(👍)+$/u)
  expect(start).toBeGreaterThan(0)
})
