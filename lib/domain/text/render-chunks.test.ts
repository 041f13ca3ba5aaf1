import fc from 'fast-check'
import { expect, test } from 'vitest'
import { keysOf } from '../vocabulary'
import { BLOCK_KINDS, type BlockKind, layOut } from './blocks'
import { partsOf, spansOfParts } from './render-chunks'

const laidOut = (...blocks: [kind: BlockKind, length: number][]) =>
  layOut(blocks.map(([kind, length]) => ({ kind, text: 'x'.repeat(length) }))).blocks

const lengths = (...blocks: [kind: BlockKind, length: number][]) =>
  partsOf(laidOut(...blocks)).map(({ groups }) => groups.flat().length)

test('a part is closed once it is long', () => {
  expect(lengths(['paragraph', 2_000], ['paragraph', 600], ['paragraph', 10])).toEqual([2, 1])
})

test('a heading is never the last of its part', () => {
  expect(lengths(['paragraph', 2_000], ['subhead', 600], ['paragraph', 10])).toEqual([3])
})

test('list items that follow each other stand together', () => {
  const [part] = partsOf(laidOut(['list_item', 10], ['list_item', 10], ['paragraph', 10]))
  expect(part?.groups.map((group) => group.length)).toEqual([2, 1])
})

test('a text without blocks has no parts', () => {
  expect(partsOf([])).toEqual([])
})

const blocks = fc
  .array(fc.tuple(fc.constantFrom(...keysOf(BLOCK_KINDS)), fc.nat({ max: 3_000 })), {
    maxLength: 30,
  })
  .map((some) => laidOut(...some))
const spans = fc.array(
  fc.record({ start: fc.nat(20_000), length: fc.nat(5_000) }).map(({ start, length }) => ({
    start,
    end: start + length,
  })),
  { maxLength: 20 },
)

test('the parts hold every block once, in order, and every span where it overlaps them', () => {
  fc.assert(
    fc.property(blocks, spans, (blocks, spans) => {
      const parts = partsOf(blocks)
      expect(parts.flatMap(({ groups }) => groups.flat())).toEqual(blocks)
      const found = spansOfParts(parts, spans)
      expect(found).toEqual(
        parts.map((part) => spans.filter(({ start, end }) => start < part.end && end > part.start)),
      )
    }),
  )
})
