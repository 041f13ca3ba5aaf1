import { expect, test } from 'vitest'
import { lineBoxes } from './line-boxes'

const box = (x: number, y: number, width: number, height = 0.02) => ({ x, y, width, height })

test.each([
  ['words of one line are one box', [box(0.1, 0.1, 0.1), box(0.21, 0.102, 0.2)], 1],
  ['words that are drawn twice are one box', [box(0.1, 0.1, 0.1), box(0.1, 0.1, 0.1)], 1],
  ['two lines are two', [box(0.1, 0.1, 0.5), box(0.1, 0.13, 0.3)], 2],
  ['two columns are two', [box(0.1, 0.1, 0.3), box(0.55, 0.1, 0.3)], 2],
  ['what has no width is none', [box(0.1, 0.1, 0), box(0.1, 0.13, 0.3)], 1],
])('%s', (_, pieces, lines) => {
  expect(lineBoxes(pieces)).toHaveLength(lines)
})

test('a line’s box holds all its words', () => {
  const [line] = lineBoxes([box(0.21, 0.1, 0.2, 0.03), box(0.1, 0.11, 0.1, 0.015)])
  expect(line?.x).toBe(0.1)
  expect(line?.y).toBe(0.1)
  expect((line?.x ?? 0) + (line?.width ?? 0)).toBeCloseTo(0.41)
  expect(line?.height).toBeCloseTo(0.03)
})
