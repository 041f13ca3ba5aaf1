import { expect, test } from 'vitest'
import { lineAt, linesOf } from './lines'

test.each([
  ['', ['']],
  ['one', ['one']],
  ['one\ntwo', ['one', 'two']],
  ['one\n\nthree\n', ['one', '', 'three', '']],
])('%j has the lines %j', (text, expected) => {
  expect(linesOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(expected)
})

test.each([
  ['one', 1],
  ['two', 2],
  ['four', 4],
])('“%s” stands in line %i', (words, line) => {
  const text = 'one\ntwo\n\nfour'
  expect(lineAt(linesOf(text), text.indexOf(words))).toBe(line)
})
