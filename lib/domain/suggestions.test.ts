import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applySuggestions, assertFits } from './suggestions'
import { type Block, layOut, type PlacedBlock } from './text'
import { wordDifference } from './word-difference'

const BLOCKS: Block[] = [
  { kind: 'headline', text: 'A range of 400 km' },
  { kind: 'paragraph', text: 'It has a range of 400 km, they say, and flies at 35 km.' },
  { kind: 'list_item', text: 'Only 400 km' },
]
const { text, blocks } = layOut(BLOCKS)

const changeOf = (before: string, after: string, from = 0) => {
  const start = text.indexOf(before, from)
  return { start, end: start + before.length, before, after }
}

describe('accepted changes are carried out together', () => {
  test('each at its own place, and the blocks stay what they are', () => {
    const changed = applySuggestions(text, blocks, [
      changeOf('35 km', 'up to 30 km'),
      changeOf('A range of 400 km', 'A reported range'),
      changeOf('Only', 'At most'),
    ])
    expect(changed).toEqual([
      { kind: 'headline', text: 'A reported range' },
      { kind: 'paragraph', text: 'It has a range of 400 km, they say, and flies at up to 30 km.' },
      { kind: 'list_item', text: 'At most 400 km' },
    ])
  })

  test.each([
    ['400 km, they say, and', 'It has a range of flies at 35 km.'],
    [', they say,', 'It has a range of 400 km and flies at 35 km.'],
    ['It has', 'a range of 400 km, they say, and flies at 35 km.'],
    ['at 35 km', 'It has a range of 400 km, they say, and flies.'],
  ])('cutting “%s” leaves no space too many', (words, left) => {
    const cut = applySuggestions(text, blocks, [changeOf(words, '', text.indexOf('It has'))])
    expect(cut[1]?.text).toBe(left)
  })

  test('changes that touch do not overlap', () => {
    const changed = applySuggestions(text, blocks, [
      changeOf('Only', 'Just'),
      changeOf(' 400 km', ' 4', text.indexOf('Only')),
    ])
    expect(changed[2]?.text).toBe('Just 4')
  })

  test.each([
    ['overlap', [changeOf('range of 400', 'reach of 400'), changeOf('400 km', '40 km')]],
    ['any more', [{ ...changeOf('400 km', '40 km'), before: '500 km' }]],
    ['any more', [{ ...changeOf('400 km', '40 km'), start: 900, end: 906 }]],
    ['more than one paragraph', [changeOf('400 km\n\nIt has', 'x')]],
    ['two paragraphs', [changeOf('400 km', 'x\n\ny')]],
    ['line break', [changeOf('400 km', 'x\n')]],
    ['without words', [changeOf('Only 400 km', '')]],
    ['without words', [changeOf('Only', '', 60), changeOf('400 km', '', text.indexOf('Only'))]],
    ['already', [changeOf('400 km', '400 km')]],
  ])('or refused, because of what “%s” says', (why, changes) => {
    expect(() => applySuggestions(text, blocks, changes)).toThrow(why)
  })

  test('a refusal names the field in which the words are typed', () => {
    expect(() => assertFits(text, blocks, { start: 0, end: 1, after: 'A' })).toThrow(
      expect.objectContaining({ fields: { after: expect.any(String) } }),
    )
  })
})

const word = fc.constantFrom('bridge', 'der', '400 km', 'ya', 'мост', '橋', '👩‍👩‍👧', 'x,', '“so”')
const line = fc.array(word, { minLength: 1, maxLength: 9 }).map((words) => words.join(' '))
const kind = fc.constantFrom('paragraph' as const, 'caption' as const, 'headline' as const)
const someBlocks = fc.array(fc.record({ kind, text: line }), { minLength: 1, maxLength: 5 })

/** Words of a text, one after the other and never over a border, each with other words. */
const someChanges = fc.array(
  fc.record({ skip: fc.nat(3), take: fc.integer({ min: 1, max: 3 }), after: line }),
  { maxLength: 6 },
)

function placed(
  text: string,
  blocks: readonly PlacedBlock[],
  steps: typeof someChanges extends fc.Arbitrary<infer S> ? S : never,
) {
  const words = blocks.flatMap((block) =>
    [...text.slice(block.start, block.end).matchAll(/\S+/g)].map((found) => ({
      block,
      start: block.start + found.index,
      end: block.start + found.index + found[0].length,
    })),
  )
  let at = 0
  return steps.flatMap(({ skip, take, after }) => {
    const first = words[at + skip]
    const group = words
      .slice(at + skip, at + skip + take)
      .filter(({ block }) => block === first?.block)
    at += skip + Math.max(1, group.length)
    const last = group.at(-1)
    if (!first || !last) return []
    const before = text.slice(first.start, last.end)
    return before === after ? [] : [{ start: first.start, end: last.end, before, after }]
  })
}

describe('whatever is changed,', () => {
  test('blocks keep number and kind, the new words stand, and all between them stays', () => {
    fc.assert(
      fc.property(someBlocks, someChanges, (given, steps) => {
        const { text, blocks } = layOut(given)
        const changes = placed(text, blocks, steps)
        const made = applySuggestions(text, blocks, changes)

        expect(made.map(({ kind }) => kind)).toEqual(given.map(({ kind }) => kind))
        let naive = ''
        let from = 0
        for (const { start, end, after } of changes) {
          naive += text.slice(from, start) + after
          from = end
        }
        expect(layOut(made).text).toBe(naive + text.slice(from))
      }),
    )
  })

  test('the order in which changes come makes no difference', () => {
    fc.assert(
      fc.property(someBlocks, someChanges, (given, steps) => {
        const { text, blocks } = layOut(given)
        const changes = placed(text, blocks, steps)
        expect(applySuggestions(text, blocks, [...changes].reverse())).toEqual(
          applySuggestions(text, blocks, changes),
        )
      }),
    )
  })

  test('two that share a word are refused', () => {
    fc.assert(
      fc.property(someBlocks, someChanges, (given, steps) => {
        const { text, blocks } = layOut(given)
        const [change] = placed(text, blocks, steps)
        fc.pre(change !== undefined)
        const other = change && { ...change, after: 'something else' }
        const both = [change, other].flatMap((one) => one ?? [])
        expect(() => applySuggestions(text, blocks, both)).toThrow('overlap')
      }),
    )
  })

  test('cutting leaves no two spaces where there were none, and none at an end', () => {
    fc.assert(
      fc.property(someBlocks, someChanges, (given, steps) => {
        const { text, blocks } = layOut(given)
        const cuts = placed(text, blocks, steps).map((change) => ({ ...change, after: '' }))
        let made: Block[]
        try {
          made = applySuggestions(text, blocks, cuts)
        } catch {
          return
        }
        for (const { text } of made) expect(text).not.toMatch(/ {2}|^ | $| ,/)
      }),
    )
  })
})

test('a difference word by word leads from one wording to the other', () => {
  expect(wordDifference('a range of 400 km', 'a reported range of up to 400 km')).toEqual([
    { kind: 'same', text: 'a ' },
    { kind: 'put', text: 'reported ' },
    { kind: 'same', text: 'range of' },
    { kind: 'put', text: ' up to' },
    { kind: 'same', text: ' 400 km' },
  ])
  expect(wordDifference('full payment', 'some money')).toEqual([
    { kind: 'cut', text: 'full payment' },
    { kind: 'put', text: 'some money' },
  ])
  fc.assert(
    fc.property(fc.oneof(line, fc.string()), fc.oneof(line, fc.string()), (before, after) => {
      const runs = wordDifference(before, after)
      const without = (kind: string) =>
        runs.flatMap((run) => (run.kind === kind ? [] : run.text)).join('')
      expect([without('put'), without('cut')]).toEqual([before, after])
      if (before === after) expect(runs.every(({ kind }) => kind === 'same')).toBe(true)
    }),
  )
})
