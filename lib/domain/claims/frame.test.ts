import { expect, test } from 'vitest'
import { type Block, layOut } from '../text/blocks'
import { frameChange, frameOf, framesOf, framing } from './frame'

const paragraphs = (...texts: string[]): Block[] =>
  texts.map((text) => ({ kind: 'paragraph', text }))

function frame(blocks: Block[], words: string): string {
  const { text, blocks: placed } = layOut(blocks)
  const start = text.indexOf(words)
  expect(start).toBeGreaterThanOrEqual(0)
  return frameOf(framing({ text, blocks: placed }, 'en'), { start, end: start + words.length })
}

test.each([
  [
    'the rest of its sentence, and no other',
    ['The mayor said on Monday that the bridge is safe. It opened in May.'],
    'the bridge is safe',
    'The mayor said on Monday that ….',
  ],
  [
    'who says a quotation, in its sentence',
    ['It rained. “We were never told about the leak,” said Anna Ash. It rained on.'],
    'We were never told about the leak',
    '“…,” said Anna Ash.',
  ],
  [
    'who says a quotation, sentences away',
    ['“We were never told. It was a shock. We left,” said Anna Ash.'],
    'It was a shock',
    '….\nsaid Anna Ash.',
  ],
  [
    'who says a quotation, in the sentence before it',
    ['Anna Ash shook her head. “We were never told about the leak.” It rained.'],
    'We were never told about the leak',
    'Anna Ash shook her head. “….” It rained.',
  ],
  [
    'who says a quotation, in the paragraph that announces it',
    ['Then the ministry wrote:', '“All is paid.”'],
    'All is paid',
    'Then the ministry wrote:\n“….”',
  ],
  [
    'who says a quotation over paragraphs, before its first',
    ['Anna Ash said: “It began in May.', '“Nobody asked.', '“We left.” It rained.'],
    'Nobody asked',
    'Anna Ash said:\n“….',
  ],
  [
    'who says a quotation over paragraphs, behind its last',
    ['“It began in May.', '“Nobody asked,” said Anna Ash. It rained.'],
    'It began in May',
    '“….\nsaid Anna Ash.',
  ],
  [
    'who says a quotation that is alone in its paragraph',
    ['It rained. “We left in May,” said Anna Ash.', '“Nobody asked.”', 'It rained on.'],
    'Nobody asked',
    '“We left in May,” said Anna Ash.\n“….”',
  ],
  [
    'the question that is answered',
    ['Did the ministry pay for it?', 'Yes, all of it in May.'],
    'all of it in May',
    'Did the ministry pay for it?\nYes, ….',
  ],
  [
    'the speaker of a paragraph',
    ['ANNA ASH: We left early. We were never told.'],
    'We were never told',
    'ANNA ASH:\n….',
  ],
  [
    'a row’s name and the head of the column',
    ['District | 2023 | 2024', 'North | 12 | 40', 'South | 3 | 7'],
    '40',
    '2024\nNorth\n…',
  ],
])('a claim’s frame is %s', (_what, texts, words, expected) => {
  expect(frame(paragraphs(...texts), words)).toBe(expected)
})

test('a quotation by its look is one without marks', () => {
  const blocks: Block[] = [
    { kind: 'paragraph', text: 'It rained. This Anna Ash told the court.' },
    { kind: 'quote', text: 'We left in May. Nobody asked.' },
  ]
  expect(frame(blocks, 'We left in May')).toBe('This Anna Ash told the court.\n….')
  const under: Block[] = [
    { kind: 'subhead', text: 'What the court heard' },
    { kind: 'paragraph', text: '“Nobody asked.”' },
  ]
  expect(frame(under, 'Nobody asked')).toBe('“….”')
})

test('a claim that is its whole paragraph stands alone', () => {
  expect(frame(paragraphs('It rained.', 'The bridge opened.'), 'The bridge opened.')).toBe('…')
})

const BOTH = ['said', 'so'] as const

test('other words around a claim are put before a person once, until they are as they were', () => {
  const first = frameChange(BOTH, null, ['Ash said …', 'Oak said …'])
  expect(first).toEqual({ before: 'Ash said …', after: 'Oak said …', aspects: ['said', 'so'] })
  expect(frameChange(BOTH, first, ['Oak said …', 'Oak said …'])).toEqual(first)
  expect(frameChange(BOTH, first, null)).toEqual(first)
  expect(frameChange(BOTH, first, ['Oak said …', 'Elm said …'])).toEqual({
    ...first,
    after: 'Elm said …',
  })
  expect(frameChange(BOTH, first, ['Oak said …', 'Ash said …'])).toBeNull()
})

test('a check that was made meanwhile rests on the words that stood there then', () => {
  const known = { before: 'Ash said …', after: 'Oak said …', aspects: ['so'] } as const
  expect(frameChange(BOTH, known, ['Oak said …', 'Ash said …'])).toEqual({
    before: 'Oak said …',
    after: 'Ash said …',
    aspects: ['said'],
  })
})

test('typography around a claim is no change, and what nobody checked rests on nothing', () => {
  expect(frameChange(BOTH, null, ['Ash said: "…"', 'Ash said: “…”'])).toBeNull()
  expect(frameChange([], null, ['Ash said …', 'Oak said …'])).toBeNull()
})

test.each([
  [
    'a paragraph far above',
    ['A', 'B', 'Ash said it rained.'],
    ['C', 'B', 'Ash said it rained.'],
    false,
  ],
  ['the question above', ['Did it?', 'It rained.'], ['Did it not?', 'It rained.'], true],
  [
    'the head of the column',
    ['Year | 2023', 'North | it rained'],
    ['Year | 2024', 'North | it rained'],
    true,
  ],
  [
    'who says a quotation, far above its last paragraph',
    ['Ash said: “Yes.', '“No.', '“It rained.”'],
    ['Oak said: “Yes.', '“No.', '“It rained.”'],
    true,
  ],
  [
    'who says a quotation, marks and all',
    ['“It rained on the leak,” said Anna Ash.'],
    ['“It rained on the leak,” said Peter Oak.'],
    true,
  ],
  [
    'the verb of its sentence',
    ['He said on Monday that it rained.'],
    ['He denied on Monday that it rained.'],
    true,
  ],
  [
    'who says it, before a quotation',
    ['On July 17, 2019, the White House press secretary said that the choice “it rained”.'],
    ['On July 17, 2019, a Russian embassy spokesman denied that the choice “it rained”.'],
    true,
  ],
  [
    'another column’s head',
    ['Year | 2023 | X', 'North | it rained | 4'],
    ['Year | 2023 | Y', 'North | it rained | 4'],
    false,
  ],
])('%s: whether a claim’s frame is other', (_what, old, now, isOther) => {
  const texts = [old, now].map((one) => layOut(paragraphs(...one)))
  const places = texts.map(({ text }) => {
    const start = text.indexOf(text.includes('it rained') ? 'it rained' : 'It rained')
    return { start, end: start + 9 }
  })
  const frames = framesOf(
    texts.map((one) => framing(one, 'en')) as [
      ReturnType<typeof framing>,
      ReturnType<typeof framing>,
    ],
    places as [(typeof places)[0], (typeof places)[0]],
  )
  expect(frames !== null && frames[0] !== frames[1]).toBe(isOther)
})
