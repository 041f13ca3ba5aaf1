import { expect, test } from 'vitest'
import { diff } from './diff'
import { layOut } from './text'

const FIRST = 'The first contract with Turkey is fully executed, and full payment was received.'
const SECOND = 'The system has a range of 400 km and reaches targets at an altitude of 35 km.'
const THIRD = 'Talks on a second contract are under way, the head of the corporation said.'

const laid = (...texts: string[]) => layOut(texts.map((text) => ({ kind: 'paragraph', text })))

function told(old: readonly string[], now: readonly string[]) {
  const [before, after] = [laid(...old), laid(...now)]
  const { blocks, ...counts } = diff(before, after)
  return {
    ...counts,
    blocks: blocks.map(({ what, pieces }) => [
      what,
      ...pieces
        .filter((piece) => piece.what !== 'same')
        .map((piece) => {
          const { text } = piece.what === 'deleted' ? before : after
          return `${piece.what === 'deleted' ? '-' : '+'}${text.slice(piece.start, piece.end)}`
        }),
    ]),
  }
}

test('a changed figure is one factual change in its block', () => {
  expect(told([FIRST, SECOND, THIRD], [FIRST, SECOND.replace('400', '450'), THIRD])).toEqual({
    factual: 1,
    typographic: 0,
    moved: 0,
    blocks: [['same'], ['changed', '-400', '+450'], ['same']],
  })
})

test('quote marks and dashes are typographic, a negation beside them is not', () => {
  const old = `“${FIRST}” – ${SECOND}`
  const now = `"${FIRST}" — ${SECOND.replace('has', 'has not')}`
  expect(told([old], [now])).toMatchObject({ factual: 1, typographic: 2 })
})

test('a paragraph that changed its place is told as moved, not as cut and written anew', () => {
  const { moved, factual, blocks } = told([FIRST, SECOND, THIRD], [THIRD, FIRST, SECOND])
  expect({ moved, factual }).toEqual({ moved: 1, factual: 0 })
  expect(blocks).toEqual([['moved'], ['same'], ['same']])
})

test('what was put in and what was cut stand as blocks of their own, in their places', () => {
  expect(told([FIRST, SECOND, THIRD], [FIRST, THIRD, 'Nobody else knew.']).blocks).toEqual([
    ['same'],
    ['deleted', `-${SECOND}`],
    ['same'],
    ['inserted', '+Nobody else knew.'],
  ])
})

test('a text against itself, against nothing and from nothing', () => {
  expect(told([FIRST], [FIRST])).toEqual({
    factual: 0,
    typographic: 0,
    moved: 0,
    blocks: [['same']],
  })
  expect(told([FIRST], []).blocks).toEqual([['deleted', `-${FIRST}`]])
  expect(told([], [FIRST]).blocks).toEqual([['inserted', `+${FIRST}`]])
})
