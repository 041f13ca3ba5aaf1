import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { applySuggestions, assertFits, inTheWay, placesAfter } from './apply-edits'
import { type Block, layOut, type PlacedBlock } from './blocks'

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

  test('once those that are in the way of an earlier one are left out', () => {
    const [long, short, apart] = [
      changeOf('range of 400 km', 'reach'),
      changeOf('400 km', '40 km'),
      changeOf('35 km', '30 km'),
    ]
    expect(inTheWay([apart, short, long])).toEqual([short])
    expect(applySuggestions(text, blocks, [long, apart])[0]?.text).toBe('A reach')
  })

  test('a refusal names the field in which the words are typed', () => {
    expect(() => assertFits(text, blocks, { start: 0, end: 1, after: 'A' })).toThrow(
      expect.objectContaining({ fields: { after: expect.any(String) } }),
    )
  })
})

describe('where words stand after accepted changes', () => {
  /** What is said where these words stood. */
  function saidAfter(words: string, changes: ReturnType<typeof changeOf>[], from = 0) {
    const place = placesAfter(text, blocks, changes)(changeOf(words, '', from))
    return (
      place && layOut(applySuggestions(text, blocks, changes)).text.slice(place.start, place.end)
    )
  }
  const inText = text.indexOf('It has')
  const cut = (words: string) => changeOf(words, '', inText)

  test.each([
    [
      'the changed words themselves',
      '400 km',
      [changeOf('400 km', 'up to 250 km', inText)],
      'up to 250 km',
    ],
    [
      'words with a change in them',
      'a range of 400 km',
      [changeOf('400', '250', inText)],
      'a range of 250 km',
    ],
    ['words after a change', '35 km', [changeOf('A range', 'A very long range')], '35 km'],
    [
      'words that are the same elsewhere',
      'Only 400 km',
      [changeOf('400 km', '4 km')],
      'Only 400 km',
    ],
    [
      'words over a border',
      'km\n\nIt has',
      [changeOf('400', '4'), changeOf('It', 'This')],
      'km\n\nThis has',
    ],
    ['what is left at a cut', 'range of 400 km', [cut('400 km')], 'range of'],
    ['what is left after a cut', 'has a range', [cut('It')], 'has a range'],
    ['a cut at the end', 'flies at 35 km.', [cut('35 km.')], 'flies at'],
  ] as const)('is known of %s', (_, words, changes, said) => {
    expect(saidAfter(words, [...changes], changes[0].start > inText - 1 ? inText : 0)).toBe(said)
  })

  test.each([
    ['a change cuts through', 'range of', [changeOf('of 400', 'about 400', inText)]],
    ['are cut', '400 km', [cut('400 km')]],
    ['are part of a change', '400', [changeOf('400 km', '4 km', inText)]],
  ] as const)('is nowhere for words that %s', (_, words, changes) => {
    expect(saidAfter(words, [...changes], inText)).toBeNull()
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

  test('words are found again with what was changed in them, and nothing beside', () => {
    fc.assert(
      fc.property(someBlocks, someChanges, fc.nat(), fc.nat(), (given, steps, a, b) => {
        const { text, blocks } = layOut(given)
        const changes = placed(text, blocks, steps)
        const [start = 0, end = 0] = [a % text.length, (b % text.length) + 1].sort((x, y) => x - y)
        fc.pre(start < end)
        const place = placesAfter(text, blocks, changes)({ start, end })
        const isInside = (at: number) => changes.some((one) => one.start < at && at < one.end)
        const isBorder = (at: number) => text.slice(at - 1, at + 1) === '\n\n'
        if (place === null) {
          expect([start, end].some((at) => isInside(at) || isBorder(at))).toBe(true)
          return
        }
        let said = ''
        let from = start
        for (const change of changes.filter((one) => one.start >= start && one.end <= end)) {
          said += text.slice(from, change.start) + change.after
          from = change.end
        }
        const now = layOut(applySuggestions(text, blocks, changes)).text
        expect(now.slice(place.start, place.end)).toBe(said + text.slice(from, end))
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
