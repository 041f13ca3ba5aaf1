import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysOf } from '../vocabulary'
import { BLOCK_KINDS, type BlockKind, hasNumber, layOut, splitsPair, unstorable } from './blocks'

const kinds: BlockKind[] = keysOf(BLOCK_KINDS)
const blocks = fc.array(
  fc.record({ kind: fc.constantFrom(...kinds), text: fc.string({ unit: 'binary' }) }),
)

test('blocks are joined by a blank line, and nothing else is changed', () => {
  const text = ' 大桥 \r\n“x”\u00a0e\u0301 '
  expect(
    layOut([
      { kind: 'headline', text: 'Bridge' },
      { kind: 'paragraph', text },
      { kind: 'caption', text: '👍' },
    ]),
  ).toEqual({
    text: `Bridge\n\n${text}\n\n👍`,
    blocks: [
      { kind: 'headline', start: 0, end: 6 },
      { kind: 'paragraph', start: 8, end: 8 + text.length },
      { kind: 'caption', start: 10 + text.length, end: 12 + text.length },
    ],
  })
})

test('no blocks are an empty text', () => {
  expect(layOut([])).toEqual({ text: '', blocks: [] })
})

test('a block is found again at its offsets, whatever its words', () => {
  fc.assert(
    fc.property(blocks, (given) => {
      const { text, blocks } = layOut(given)
      expect(
        blocks.map(({ kind, start, end }) => ({ kind, text: text.slice(start, end) })),
      ).toEqual(given)
      expect(text.length).toBe(blocks.at(-1)?.end ?? 0)
    }),
  )
})

test.each([
  ['3. Costs', true],
  ['3) Costs', true],
  ['(b) Time', true],
  ['IV. Time', true],
  ['Costs', false],
  ['2019 was dry', false],
  ['3.5 km', false],
  ['e.g. costs', false],
])('whether “%s” has a number of its own', (text, has) => {
  expect(hasNumber(text)).toBe(has)
})

test.each([
  ['plain words', 'words\n\t', null],
  ['whole emoji', '👨‍👩‍👧‍👦', null],
  ['nothing', '', null],
  ['a replacement character', '\ufffd\ufffe\ue000', null],
  ['NUL', 'a\0', 'a NUL character'],
  ['a lone first half', 'a\ud83d', 'half of a character'],
  ['a lone second half', '\ude00a', 'half of a character'],
  ['halves the wrong way round', '\ude00\ud83d', 'half of a character'],
  ['halves kept apart', '\ud83d \ude00', 'half of a character'],
])('whether %s can be stored', (_what, text, what) => {
  expect(unstorable(text)).toBe(what)
})

test('what can be stored is the same after UTF-8', () => {
  const anything = fc.array(fc.constantFrom('a', 'é', '大', '👍', '\ud83d', '\ude00'))
  fc.assert(
    fc.property(anything, (units) => {
      const text = units.join('')
      const kept = new TextDecoder().decode(new TextEncoder().encode(text))
      expect(unstorable(text) === null).toBe(kept === text)
    }),
  )
})

test('only the middle of a surrogate pair splits it', () => {
  const text = 'a👍\ud83d'
  expect([-1, 0, 1, 2, 3, 4, 5].map((offset) => splitsPair(text, offset))).toEqual([
    false,
    false,
    false,
    true,
    false,
    false,
    false,
  ])
})
