import fc from 'fast-check'
import { expect, test } from 'vitest'
import { plainFigures } from './figures'

test.each([
  ['٤٠٠', '400'],
  ['٢٫٥', '2.5'],
  ['١٬٠١٤', '1,014'],
  ['۶۴٪', '64%'],
  ['४०१', '401'],
  ['๔๐๐ คน', '400 คน'],
  ['４００％', '400%'],
  ['２，５００．５', '2,500.5'],
  ['大，小', '大，小'],
  ['−3', '-3'],
  ['–3', '–3'],
  ['½ of 10⁶', '½ of 10⁶'],
])('%s is read as %s', (text, plain) => {
  expect(plainFigures(text)).toBe(plain)
})

test('every text keeps its length, and all that is no figure', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const plain = plainFigures(text)
      expect(plain).toHaveLength(text.length)
      expect(plain.replace(/[^\p{L}]/gu, '')).toBe(text.replace(/[^\p{L}]/gu, ''))
    }),
  )
})

test('the ten digits of every script are 0 to 9', () => {
  const digits = Array.from({ length: 0x10000 }, (_, point) => String.fromCodePoint(point)).filter(
    (sign) => /\p{Nd}/u.test(sign),
  )
  expect(digits.length).toBeGreaterThan(300)
  expect(digits.map(plainFigures)).toEqual(digits.map((_, index) => String(index % 10)))
})
