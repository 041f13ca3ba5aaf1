import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anchorAt } from './anchoring/anchor'
import { candidatesOf } from './candidates/candidates'
import { coverageOf, gapsOf } from './coverage/coverage'
import { Refusal } from './refusal'
import { type Block, layOut, type Span } from './text/blocks'
import { segmentsOf } from './text/segments'
import { wordsOf } from './text/words'

/** What texts are made of that are hard on offsets: scripts, marks upon marks, families, flags, controls. */
const PIECES = [
  ...['the ferry', ' carried ', '1,014', ' tonnes', '. ', 'Ana Moss said', ' “', '”', ' in 2017 '],
  ...[
    'تم الدفع',
    ' بالكامل ',
    'َّ',
    '٤٠٠ كم',
    'שלום',
    'กรุงเทพมหานคร',
    'สวัสดี',
    '大桥关闭',
    '25亿美元',
    '。',
  ],
  ...[
    'カタカナ',
    'ひらがな',
    '「',
    '」',
    '한국어',
    'हिन्दी',
    'க்ஷ',
    'e\u0301',
    'Z\u0351\u036b\u0343',
    '\u0301'.repeat(9),
  ],
  ...['👍🏽', '👨‍👩‍👧‍👦', '🇹🇷', '🇹', '🏴‍☠️', '𠮷', '𝒜', '\u200d', '\ufe0f', '\u200b', '\u00ad'],
  ...[
    '\u202e',
    '\u202c',
    '\u2066',
    '\u2069',
    '\u200f',
    '\u200e',
    '\ufeff',
    '\u2060',
    '\u00a0',
    '\u202f',
  ],
  ...[' ', '\n', '\t', '—', '-', '’', '@', '$', '%', '12', '.', ',', '«', '»'],
]

const paragraph = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 120 })
  .map((pieces) => pieces.join(''))
const languages = fc.constantFrom('en', 'ar', 'zh', 'th', 'ja', 'hi', 'tr')
const laidOut = fc
  .array(paragraph, { minLength: 1, maxLength: 5 })
  .map((texts) => layOut(texts.map((text): Block => ({ kind: 'paragraph', text }))))
const marks = fc.array(fc.tuple(fc.nat(1_000), fc.nat(1_000)), { maxLength: 12 })

const spansIn = (text: string, marks: readonly [number, number][]): Span[] =>
  marks.map(([a, b]) => {
    const [from, to] = [a % (text.length + 1), b % (text.length + 1)]
    return { start: Math.min(from, to), end: Math.max(from, to) }
  })

test('each word is either covered or in exactly one gap, and together they are all words', () => {
  fc.assert(
    fc.property(laidOut, languages, marks, ({ text, blocks }, language, marks) => {
      const words = wordsOf(text, blocks, language)
      const spans = spansIn(text, marks).filter(({ start, end }) => start < end)
      const gaps = gapsOf(words, spans, blocks)
      const { covered } = coverageOf(words, spans)
      let counted = 0
      for (const word of words) {
        const touched = spans.some(({ start, end }) => start < word.end && end > word.start)
        const holding = gaps.filter((gap) => gap.start <= word.start && gap.end >= word.end)
        expect(holding.length).toBe(touched ? 0 : 1)
        if (touched) counted++
      }
      expect(counted).toBe(covered)
      expect(covered + gaps.reduce((sum, gap) => sum + gap.words, 0)).toBe(words.length)
      for (const { start, end } of gaps) {
        expect(blocks.filter((block) => block.start <= start && end <= block.end)).toHaveLength(1)
      }
    }),
    { numRuns: 300 },
  )
})

test('a claim’s words are the text at its place, in every block and however claims overlap', () => {
  fc.assert(
    fc.property(laidOut, marks, ({ text, blocks }, marks) => {
      const anchors = spansIn(text, marks).flatMap((span) => anchorOrNothing(text, span))
      const drawn = anchors.map(() => '')
      for (const block of blocks) {
        const segments = segmentsOf(block, anchors)
        expect(segments.map(({ start, end }) => text.slice(start, end)).join('')).toBe(
          text.slice(block.start, block.end),
        )
        for (const { start, end, over } of segments) {
          for (const index of over) drawn[index] += text.slice(start, end)
        }
      }
      for (const [index, { start, end, exact }] of anchors.entries()) {
        expect(text.slice(start, end)).toBe(exact)
        const inBlocks = blocks.map((block) =>
          text.slice(Math.max(start, block.start), Math.max(Math.min(end, block.end), block.start)),
        )
        expect(drawn[index]).toBe(inBlocks.join(''))
      }
    }),
    { numRuns: 300 },
  )
})

test('no proposal cuts what is read as one character, or reaches over a block’s end', () => {
  fc.assert(
    fc.property(laidOut, languages, ({ text, blocks }, language) => {
      const whole = borders(text)
      for (const { start, end } of candidatesOf(text, blocks, language)) {
        expect([whole.has(start), whole.has(end)], text.slice(start, end)).toEqual([true, true])
        expect(blocks.filter((block) => block.start <= start && end <= block.end)).toHaveLength(1)
      }
    }),
    { numRuns: 300 },
  )
})

test('the blocks one after the other have the words and the proposals of the whole text', () => {
  fc.assert(
    fc.property(laidOut, languages, ({ text, blocks }, language) => {
      const words = blocks.flatMap((block) => wordsOf(text, [block], language))
      expect(words).toEqual(wordsOf(text, blocks, language))
      const candidates = blocks.flatMap((block) => candidatesOf(text, [block], language))
      expect(candidates).toEqual(candidatesOf(text, blocks, language))
    }),
    { numRuns: 100 },
  )
})

/** Where one character, as people read them, ends and the next begins (UAX #29). */
function borders(text: string): Set<number> {
  const characters = [...new Intl.Segmenter('en').segment(text)]
  return new Set([...characters.map(({ index }) => index), text.length])
}

function anchorOrNothing(text: string, span: Span) {
  try {
    return [anchorAt(text, span)]
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}
