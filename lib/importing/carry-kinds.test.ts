import { expect, test } from 'vitest'
import type { Block } from '../domain/text/blocks'
import { withKindsOf } from './carry-kinds'

const block = (text: string, kind: Block['kind'] = 'paragraph'): Block => ({ kind, text })

test('kinds that were given and blocks that were left out are so in the text that is read again', () => {
  const read = [block('a'), block('b'), block('b'), block('c')]
  const shown = [block('a', 'headline'), block('b'), block('b', 'quote')]
  const next = [block('a'), block('new', 'footnote'), block('b'), block('b'), block('c')]
  expect(withKindsOf(next, read, shown)).toEqual([
    block('a', 'headline'),
    block('new', 'footnote'),
    block('b'),
    block('b', 'quote'),
  ])
})

test('a kind that nobody gave is as it is read now', () => {
  expect(withKindsOf([block('a', 'headline')], [block('a')], [block('a')])).toEqual([
    block('a', 'headline'),
  ])
})

test('a block from which characters were taken that cannot be stored is not left out', () => {
  expect(withKindsOf([block('ab')], [block('a\0b')], [block('ab')])).toEqual([block('ab')])
})
