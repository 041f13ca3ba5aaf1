import { expect, test } from 'vitest'
import type { Block } from '../../../text/blocks'
import { sameQuantity } from './same-quantity'

const body = (text: string): Block => ({ kind: 'paragraph', text })
const headline = (text: string): Block => ({ kind: 'headline', text })
const caption = (text: string): Block => ({ kind: 'caption', text })

test.each<[what: string, blocks: Block[], proposed: string[]]>([
  [
    'a headline that says otherwise',
    [
      headline('Ferry carried 1,041 passengers'),
      body('The ferry carried 1,014 passengers on Monday.'),
    ],
    ['1,041 | 1,014'],
  ],
  [
    'a caption that says otherwise',
    [body('The missile has a range of 400 km.'), caption('The missile, with a range of 40 km')],
    ['400 km | 40 km'],
  ],
  [
    'a headline that rounds',
    [headline('Ferry carried 1,000 passengers'), body('The ferry carried 1,014 passengers.')],
    [],
  ],
  [
    'the same in another unit',
    [caption('The missile, with a range of 250 miles'), body('The missile has a range of 400 km.')],
    [],
  ],
  [
    'another noun',
    [headline('Ferry carried 300 passengers'), body('The ferry carried 12 cars.')],
    [],
  ],
  [
    'nothing else in common',
    [headline('Ferry carried 300 passengers'), body('In Oslo, 12 passengers were ill.')],
    [],
  ],
  [
    'a body that says both',
    [
      headline('Ferry carried 300 passengers'),
      body('The ferry carried 300 passengers, then 12 passengers.'),
    ],
    [],
  ],
  [
    'two paragraphs',
    [
      body('The ferry carried 300 passengers.'),
      body('A year later the ferry carried 12 passengers.'),
    ],
    [],
  ],
  ['dates', [headline('Ferry sank in May 2017'), body('The ferry was built in May 1990.')], []],
])('%s', (_, blocks, proposed) => {
  expect(
    sameQuantity(blocks).map(({ one, other }) => `${one.figure.text} | ${other.figure.text}`),
  ).toEqual(proposed)
})

test('a proposal names the blocks and keeps the arithmetic', () => {
  const [pair] = sameQuantity([
    headline('Ferry carried 1,041 passengers'),
    body('Rain.'),
    body('The ferry carried 1,014 passengers.'),
  ])
  expect([pair?.one.block, pair?.other.block]).toEqual([0, 2])
  expect(pair?.sentence).toBe('1,014; printed 1,041, 2.7 % off, the same digits in another order')
})
