import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOut, type Span } from '../text/blocks'
import { wordsOf } from '../text/words'
import { coverageOf, gapsOf, percentCovered } from './coverage'

const span = (start: number, end: number): Span => ({ start, end })
/** “one two three” */
const WORDS = [span(0, 3), span(4, 7), span(8, 13)]

test.each([
  ['no claim', [], 0],
  ['a whole word', [span(4, 7)], 1],
  ['part of a word', [span(5, 6)], 1],
  ['the space between words', [span(3, 4)], 0],
  ['the end of one word and the start of the next', [span(2, 5)], 2],
  ['everything', [span(0, 13)], 3],
  ['the same words twice', [span(0, 7), span(0, 7), span(4, 7)], 2],
  ['claims in any order', [span(8, 13), span(0, 3)], 2],
  ['claims that touch', [span(0, 4), span(4, 8)], 2],
  ['a claim inside another', [span(0, 13), span(4, 5)], 3],
  ['a claim of nothing', [span(5, 5)], 0],
])('covered by %s', (_what, spans, covered) => {
  expect(coverageOf(WORDS, spans)).toEqual({ words: 3, covered })
})

test('a text without words has nothing to cover', () => {
  expect(coverageOf([], [span(0, 5)])).toEqual({ words: 0, covered: 0 })
})

test('the spans that were given are left as they were', () => {
  const spans = [span(4, 7), span(0, 5)]
  coverageOf(WORDS, spans)
  expect(spans).toEqual([span(4, 7), span(0, 5)])
})

const offset = fc.nat({ max: 120 })
const spans = fc.array(
  fc.tuple(offset, offset).map(([a, b]) => span(Math.min(a, b), Math.max(a, b))),
  { maxLength: 12 },
)
const words = fc
  .array(fc.tuple(fc.nat({ max: 3 }), fc.integer({ min: 1, max: 6 })), { maxLength: 25 })
  .map((steps) => {
    let at = 0
    return steps.map(([gap, length]) => {
      const start = at + gap
      at = start + length
      return span(start, at)
    })
  })

test('a word counts when any unit of it lies in a claim, and once', () => {
  fc.assert(
    fc.property(words, spans, (words, spans) => {
      const units = new Set(
        spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i)),
      )
      const naive = words.filter(({ start, end }) =>
        Array.from({ length: end - start }, (_, i) => start + i).some((unit) => units.has(unit)),
      ).length
      const coverage = coverageOf(words, spans)
      expect(coverage).toEqual({ words: words.length, covered: naive })
      expect(coverage.covered).toBeLessThanOrEqual(coverage.words)
    }),
    { numRuns: 500 },
  )
})

test.each([
  [0, 0, 0],
  [3, 0, 0],
  [3, 1, 33],
  [3, 3, 100],
  [1_000, 999, 99],
  [150_000, 149_999, 99],
])('of %i words %i covered are %i percent', (words, covered, percent) => {
  expect(percentCovered({ words, covered })).toBe(percent)
})

const laidOut = layOut([
  { kind: 'headline', text: 'A bridge opens' },
  { kind: 'paragraph', text: 'It cost 4 million, and it was late.' },
])
const laidWords = wordsOf(laidOut.text, laidOut.blocks, 'en')
const spanOf = (part: string) => {
  const start = laidOut.text.indexOf(part)
  return { start, end: start + part.length }
}
const gapsIn = (...parts: string[]) =>
  gapsOf(laidWords, parts.map(spanOf), laidOut.blocks).map(({ start, end }) =>
    laidOut.text.slice(start, end),
  )

describe('the gaps of a text', () => {
  test('are whole blocks where nothing is covered', () => {
    expect(gapsIn()).toEqual(['A bridge opens', 'It cost 4 million, and it was late'])
  })

  test('lie between what is covered, without the marks around them', () => {
    expect(gapsIn('A bridge opens', 'It cost 4 million', 'late.')).toEqual(['and it was'])
  })

  test('are none when every word is touched', () => {
    expect(gapsIn('A bridge opens', 'It cost 4 million, and', 'it was', 'ate')).toEqual([])
  })

  test('hold exactly the words that coverage does not count', () => {
    const text = fc.array(fc.lorem({ maxCount: 12 }), { minLength: 1, maxLength: 4 })
    const spans = fc.array(fc.record({ start: fc.nat(120), end: fc.nat(120) }), { maxLength: 8 })
    fc.assert(
      fc.property(text, spans, (paragraphs, covers) => {
        const { text, blocks } = layOut(paragraphs.map((text) => ({ kind: 'paragraph', text })))
        const words = wordsOf(text, blocks, 'en')
        const gaps = gapsOf(words, covers, blocks)
        const { covered } = coverageOf(words, covers)
        const left = gaps.reduce((sum, gap) => sum + gap.words, 0)
        expect(left + covered).toBe(words.length)
        for (const [index, gap] of gaps.entries()) {
          expect(coverageOf([gap], covers).covered === 0 || gap.words > 1).toBe(true)
          expect(gap.start).toBeGreaterThanOrEqual(gaps[index - 1]?.end ?? 0)
        }
      }),
    )
  })
})
