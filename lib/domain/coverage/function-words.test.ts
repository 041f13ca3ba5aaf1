import { expect, test } from 'vitest'
import { isFunctionWord } from './function-words'

test.each([
  ['and in the', 'en', true],
  ['And, of', 'en-GB', true],
  ['not in the', 'en', false],
  ['may be', 'en', false],
  ['two of the', 'en', false],
  ['und in', 'de', false],
  ['…', 'en', false],
])('whether “%s” only connects (%s): %s', (text, language, expected) => {
  expect(isFunctionWord(text, { start: 0, end: text.length }, language)).toBe(expected)
})
