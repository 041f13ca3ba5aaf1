import { expect, test } from 'vitest'
import { proposeOrigins } from './propose-origins'
import { sketchOf } from './text-sketch'

const WIRE = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')

const source = (id: string, facts = {}) => ({
  ...{ id, publisher: `Paper ${id}`, origin: '', originGroupId: null },
  ...facts,
})
const text = (sourceId: string, words = WIRE) => ({ sourceId, sketch: sketchOf(words) })
const nobody = () => false

test.each([
  ['two papers with one text', [source('a'), source('b')], [['a', 'b']]],
  ['that name the same wire', [source('a', { origin: 'PW' }), source('b', { origin: 'pw' })], []],
  [
    'that were put together',
    [source('a', { originGroupId: 'g' }), source('b', { originGroupId: 'g' })],
    [],
  ],
  [
    'two that were put together, and a third',
    [source('a', { originGroupId: 'g' }), source('b', { originGroupId: 'g' }), source('c')],
    [['a', 'b', 'c']],
  ],
  ['one source alone', [source('a')], []],
])('%s', (_what, sources, proposed) => {
  const texts = ['a', 'b', 'c'].map((id) => text(id))
  expect(proposeOrigins(sources, texts, nobody).map(({ sourceIds }) => sourceIds)).toEqual(proposed)
})
