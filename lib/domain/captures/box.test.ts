import { expect, test } from 'vitest'
import { boxBetween, isDrawn, moved, sized } from './box'

const near = ({ x, y, width, height }: ReturnType<typeof moved>) =>
  [x, y, width, height].map((side) => Math.round(side * 1000) / 1000)

test.each([
  ['downwards', { x: 0.2, y: 0.3 }, { x: 0.6, y: 0.4 }, [0.2, 0.3, 0.4, 0.1]],
  ['upwards and to the left', { x: 0.6, y: 0.4 }, { x: 0.2, y: 0.3 }, [0.2, 0.3, 0.4, 0.1]],
  ['off the page', { x: 0.5, y: 0.5 }, { x: 1.7, y: -2 }, [0.5, 0, 0.5, 0.5]],
])('a box is drawn %s', (_, from, to, box) => {
  expect(near(boxBetween(from, to))).toEqual(box)
})

const BOX = { x: 0.2, y: 0.3, width: 0.4, height: 0.1 }

test.each([
  ['right', { x: 0.1, y: 0 }, [0.3, 0.3, 0.4, 0.1]],
  ['down to the edge', { x: 0, y: 3 }, [0.2, 0.9, 0.4, 0.1]],
  ['left to the edge', { x: -3, y: 0 }, [0, 0.3, 0.4, 0.1]],
])('a box is moved %s', (_, by, box) => {
  expect(near(moved(BOX, by))).toEqual(box)
})

test.each([
  ['wider', { x: 0.1, y: 0 }, [0.2, 0.3, 0.5, 0.1]],
  ['higher than the page', { x: 0, y: 3 }, [0.2, 0.3, 0.4, 0.7]],
  ['to nothing', { x: -3, y: -3 }, [0.2, 0.3, 0.01, 0.01]],
])('a box is made %s', (_, by, box) => {
  expect(near(sized(BOX, by))).toEqual(box)
})

test('a click is no box', () => {
  expect(isDrawn(boxBetween({ x: 0.2, y: 0.3 }, { x: 0.2005, y: 0.3 }))).toBe(false)
  expect(isDrawn(BOX)).toBe(true)
})
