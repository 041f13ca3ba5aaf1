import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Refusal } from '../refusal'
import { splitsPair } from '../text/blocks'
import { anchorAt } from './anchor'

test('an anchor holds the words, their place, and what stands around them', () => {
  expect(anchorAt('The first contract is fully executed.', { start: 4, end: 18 })).toEqual({
    start: 4,
    end: 18,
    exact: 'first contract',
    prefix: 'The ',
    suffix: ' is fully executed.',
  })
})

test('white space at the ends of a selection is not part of the claim', () => {
  const text = 'It\n\n \u00a0was \u3000signed'
  expect(anchorAt(text, { start: 2, end: 11 })).toMatchObject({ start: 6, end: 9, exact: 'was' })
})

test('sixty-four units around the words are remembered, and none that is half a character', () => {
  const even = anchorAt(`${'👍'.repeat(40)}words${'👍'.repeat(40)}`, { start: 80, end: 85 })
  expect([even.prefix.length, even.suffix.length]).toEqual([64, 64])
  const odd = anchorAt(`${'👍'.repeat(40)}.words.${'👍'.repeat(40)}`, { start: 81, end: 86 })
  expect([odd.prefix, odd.suffix]).toEqual([`${'👍'.repeat(31)}.`, `.${'👍'.repeat(31)}`])
})

test.each([
  ['nothing', 2, 2],
  ['white space', 3, 5],
  ['backwards', 3, 0],
  ['before the text', -1, 2],
  ['past the text', 0, 9],
  ['a part of a unit', 0.5, 2],
  ['no number', Number.NaN, 2],
  ['no end', 0, Number.POSITIVE_INFINITY],
  ['from inside a character', 6, 8],
  ['to inside a character', 0, 6],
])('a selection of %s is refused', (_what, start, end) => {
  expect(() => anchorAt('one  👍x', { start, end })).toThrow(Refusal)
})

const PARTS = [
  ...[
    'word',
    ' ',
    '\n\n',
    '\u00a0',
    '\u3000',
    'الدفع',
    'َ',
    'กรุงเทพ',
    '大桥',
    '👍',
    '👨‍👩‍👧‍👦',
    '🇹🇷',
  ],
  ...['e\u0301', '𠮷', '\u200d', '\ufe0f', '\ud83d', '\ude00'],
]
const texts = fc.array(fc.constantFrom(...PARTS), { maxLength: 80 }).map((parts) => parts.join(''))

test('an anchor’s words are the text at its place, and no character is cut', () => {
  let made = 0
  fc.assert(
    fc.property(texts, fc.nat({ max: 400 }), fc.nat({ max: 400 }), (text, a, b) => {
      const selection = { start: Math.min(a, b) % (text.length + 1), end: b % (text.length + 1) }
      const anchor = anchorOrRefusal(text, selection)
      if (!anchor) return
      made++
      const { start, end, exact, prefix, suffix } = anchor
      expect(text.slice(start, end)).toBe(exact)
      expect(exact.trim()).toBe(exact)
      expect(exact).toBe(text.slice(selection.start, selection.end).trim())
      expect(text.slice(start - prefix.length, start)).toBe(prefix)
      expect(text.slice(end, end + suffix.length)).toBe(suffix)
      for (const edge of [start, end, start - prefix.length, end + suffix.length]) {
        expect(splitsPair(text, edge)).toBe(false)
      }
    }),
    { numRuns: 2_000 },
  )
  expect(made).toBeGreaterThan(100)
})

function anchorOrRefusal(text: string, selection: { start: number; end: number }) {
  try {
    return anchorAt(text, selection)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}
