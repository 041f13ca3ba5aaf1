import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { layOut } from '../text/blocks'
import { wordsOf } from '../text/words'
import { coverageOf } from './coverage'
import { isConnecting } from './function-words'
import { gapsOf } from './gaps'

const laidOut = layOut([
  { kind: 'headline', text: 'A bridge opens' },
  { kind: 'paragraph', text: 'It cost 4 million, and it was late.' },
])
const words = wordsOf(laidOut.text, laidOut.blocks, 'en')
const spanOf = (part: string) => {
  const start = laidOut.text.indexOf(part)
  return { start, end: start + part.length }
}
const gapsIn = (...parts: string[]) =>
  gapsOf(words, parts.map(spanOf), laidOut.blocks).map(({ start, end }) =>
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

test.each([
  ['and in the', 'en', true],
  ['And, of', 'en-GB', true],
  ['not in the', 'en', false],
  ['may be', 'en', false],
  ['two of the', 'en', false],
  ['und in', 'de', false],
  ['…', 'en', false],
])('whether “%s” only connects (%s): %s', (text, language, expected) => {
  expect(isConnecting(text, { start: 0, end: text.length }, language)).toBe(expected)
})
