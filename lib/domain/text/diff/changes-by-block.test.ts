import { expect, test } from 'vitest'
import { layOut } from '../blocks'
import { align } from './align'
import { textChanges } from './changes'
import { changedBlocks, onlyChanges } from './changes-by-block'

const OLD = layOut([
  { kind: 'headline', text: 'The old bridge' },
  { kind: 'paragraph', text: 'It opened in 1932, they said.' },
  { kind: 'paragraph', text: 'Sven “Brandt” built it.' },
])
const NOW = layOut([
  { kind: 'headline', text: 'The old bridge' },
  { kind: 'paragraph', text: 'It opened in 1933, they said.' },
  { kind: 'paragraph', text: 'A paragraph was put in here.' },
  { kind: 'paragraph', text: 'Sven "Brandt" built it.' },
])
const changes = textChanges(align(OLD.text, NOW.text))

test('every block of the newer text holds its own words', () => {
  const texts = changedBlocks(NOW.blocks, changes).map((block) =>
    block.changes
      .map(({ now }) => NOW.text.slice(now.start, now.end))
      .join('')
      .trim(),
  )
  expect(texts).toEqual(NOW.blocks.map(({ start, end }) => NOW.text.slice(start, end)))
})

test('changes that are not asked for are left out', () => {
  const kinds = (filter: 'factual' | 'typographic') =>
    new Set(onlyChanges(changes, filter).map(({ what }) => what))
  expect(kinds('factual')).toEqual(new Set(['same', 'factual']))
  expect(kinds('typographic')).toEqual(new Set(['same', 'typographic']))
})
