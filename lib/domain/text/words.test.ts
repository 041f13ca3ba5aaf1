import fc from 'fast-check'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { cpuTime } from '@/lib/testing/cpu-time'
import { type Block, layOut, splitsPair } from './blocks'
import { wordsOf } from './words'

const laidOut = (...texts: string[]) =>
  layOut(texts.map((text): Block => ({ kind: 'paragraph', text })))

function wordsIn(text: string, language = 'en'): string[] {
  const { blocks } = laidOut(text)
  return wordsOf(text, blocks, language).map(({ start, end }) => text.slice(start, end))
}

/**
 * What one segmenter makes of a block in one go. A figure that it takes for no word, such as one with a soft hyphen
 * behind its space, is a word or a part of the one before it.
 */
function segmentedAtOnce(text: string): string[] {
  const words: string[] = []
  let end = -1
  for (const one of new Intl.Segmenter('en', { granularity: 'word' }).segment(text)) {
    const isFigure = !one.isWordLike && /^\p{N}/u.test(one.segment)
    if (isFigure && end === one.index) words.push(`${words.pop()}${one.segment}`)
    else if (one.isWordLike || isFigure) words.push(one.segment)
    else continue
    end = one.index + one.segment.length
  }
  return words
}

afterEach(() => {
  vi.restoreAllMocks()
})

test.each([
  ['en', 'The US can’t pay $3.5m—yet.', ['The', 'US', 'can’t', 'pay', '3.5m', 'yet']],
  ['tr', 'Rusya’dan S-400 aldı', ['Rusya’dan', 'S', '400', 'aldı']],
  ['ar', 'تم الدفع بالكامل.', ['تم', 'الدفع', 'بالكامل']],
  ['zh', '土耳其 购买', ['土耳其', '购买']],
  ['th', 'สวัสดีครับ', ['สวัสดี', 'ครับ']],
  ['en', 'e\u0301te\u0301 👍 — 👨‍👩‍👧‍👦 !', ['e\u0301te\u0301']],
  ['fr', '10\u202f000 km', ['10\u202f000', 'km']],
  ['en', '½ of it', ['½', 'of', 'it']],
  [
    'en',
    '1½ cups of 3 m², 10⁶ cells, ② and Ⅳ',
    ['1½', 'cups', 'of', '3', 'm²', '10⁶', 'cells', '②', 'and', 'Ⅳ'],
  ],
  ['en', '', []],
  ['en', ' … ', []],
])('words in %s: %s', (language, text, words) => {
  expect(wordsIn(text, language)).toEqual(words)
})

test('a language that nobody knows is read by the general rules', () => {
  expect(wordsIn('one two', 'zxx')).toEqual(['one', 'two'])
})

test('no word reaches over a block’s end', () => {
  const { text, blocks } = laidOut('10', '000', '', 'km')
  expect(wordsOf(text, blocks, 'en')).toEqual([
    { start: 0, end: 2 },
    { start: 4, end: 7 },
    { start: 11, end: 13 },
  ])
})

const PARTS = [
  ...['a', 'Ünal', '’', '400', '.', ',', ' ', '\n', '\u00a0', '\u202f', '\ufeff', '-', '\u00ad'],
  ...['الدفع', 'ـ', 'َ', 'กรุงเทพ', 'มหานคร', '大桥', '关闭', 'カタカナ', 'ひら', '다리'],
  ...[
    '👍',
    '👨‍👩‍👧‍👦',
    '🇹🇷',
    '👍🏽',
    '𠮷',
    'e\u0301',
    '\u200d',
    '\u200b',
    '\ud83d',
    '\ude00',
    '\u0301',
  ],
]
const scripts = fc
  .array(fc.constantFrom(...PARTS), { maxLength: 300 })
  .map((parts) => parts.join(''))

test('words are in order, apart, whole, and those of the block segmented at once', () => {
  fc.assert(
    fc.property(fc.array(scripts, { maxLength: 4 }), (texts) => {
      const { text, blocks } = laidOut(...texts)
      const words = wordsOf(text, blocks, 'en')
      let last = 0
      for (const { start, end } of words) {
        expect(start).toBeGreaterThanOrEqual(last)
        expect(end).toBeGreaterThan(start)
        expect(splitsPair(text, start) || splitsPair(text, end)).toBe(false)
        last = end
      }
      expect(words.map(({ start, end }) => text.slice(start, end))).toEqual(
        texts.flatMap(segmentedAtOnce),
      )
    }),
  )
})

describe('letters that need no look-up have the words that the Unicode rules give them', () => {
  const some = [...'aBzÀéſ19_:.,;\'’‘"“”- \n\t\u00a0\u202f#@&/()…–—€£§%$+<=>~`{}[]|\\ΑωЖё«»„!?*^']
  const texts = fc.array(fc.constantFrom(...some), { maxLength: 14 }).map((one) => one.join(''))

  test.each(['en', 'sv', 'fi', 'tr', 'de', 'fr', 'ru', 'el'])('in %s', (language) => {
    fc.assert(
      fc.property(texts, (text) => {
        const now = wordsOf(text, [{ kind: 'paragraph', start: 0, end: text.length }], language)
        const words = [...new Intl.Segmenter(language, { granularity: 'word' }).segment(text)]
          .filter(({ isWordLike }) => isWordLike)
          .map(({ index, segment }) => ({ start: index, end: index + segment.length }))
        expect(now).toEqual(words)
      }),
      { numRuns: 3_000 },
    )
  })
})

test.each([
  ['hyphens', '-'],
  ['capitals', 'AB '],
  ['quotation marks', '“a” '],
  ['abbreviations', 'Mr. '],
])('a million characters of %s take no more than a fraction of a second', (_what, part) => {
  const text = part.repeat(1_000_000 / part.length)
  const { blocks } = laidOut(text)
  expect(cpuTime(() => wordsOf(text, blocks, 'en'))).toBeLessThan(400)
})

describe('a long block', () => {
  test.each([
    ['of words', 'It rained on Tuesday. '],
    ['of numbers with narrow spaces', '10\u202f000 '],
    ['of numbers between dashes', '10\u202f000—'],
    ['of Turkish', 'Rusya’dan alınan '],
    ['of Arabic', 'تم الدفع بالكامل '],
    ['of Thai with spaces', 'กรุงเทพมหานคร สวัสดีครับ '],
    ['of letters with marks', 'e\u0301te\u0301-'],
    ['of letters outside the first plane', '𝒜𝒷—'],
    ['of emoji and words', '👍🏽word👨‍👩‍👧‍👦'],
  ])('%s has the words that it would have at once', (_what, part) => {
    const text = part.repeat(Math.ceil(7_000 / part.length))
    expect(wordsIn(text)).toEqual(segmentedAtOnce(text))
  })

  test('of one word loses nothing, not even half a character', () => {
    const text = '𝒜𝒜𝒜x'.repeat(1_000)
    expect(wordsIn(text).join('')).toBe(text)
  })

  test('of Chinese without a space loses nothing', () => {
    const text = '土耳其购买了导弹系统们'.repeat(700)
    expect(wordsIn(text, 'zh').join('')).toBe(text)
    expect(wordsIn(text, 'zh')).toEqual(segmentedAtOnce(text))
  })

  test.each([
    ['Chinese', '大桥关闭'],
    ['one word', 'word'],
    ['emoji families', '👨‍👩‍👧‍👦'],
    ['white space', ' \n'],
    ['one letter of marks', '\u0301'],
  ])('of %s is segmented in small pieces, each unit at most twice', (_what, part) => {
    const segment = vi.spyOn(Intl.Segmenter.prototype, 'segment')
    const text = part.repeat(100_000 / part.length)
    const { blocks } = laidOut(text)
    const words = wordsOf(text, blocks, 'en')
    const pieces = segment.mock.calls.map(([piece]) => piece.length)
    expect(pieces.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(
      2 * text.length + 4_000,
    )
    expect(Math.max(...pieces)).toBeLessThanOrEqual(2_000)
    expect(
      words.every(({ start, end }) => !splitsPair(text, start) && !splitsPair(text, end)),
    ).toBe(true)
  })
})
