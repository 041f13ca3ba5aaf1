import { expect, test } from 'vitest'
import { nextTry } from './time-stamp'

const noon = new Date('2026-03-01T12:00:00Z')

test.each([
  [1, '2026-03-01T12:01:00.000Z'],
  [2, '2026-03-01T12:10:00.000Z'],
  [3, '2026-03-01T13:00:00.000Z'],
  [4, '2026-03-01T18:00:00.000Z'],
  [5, '2026-03-02T12:00:00.000Z'],
])('after %d tries without a date, an authority is asked again at %s', (tries, at) => {
  expect(nextTry(tries, noon)?.toISOString()).toBe(at)
})

test('after the sixth, it is asked when somebody says so', () => {
  expect(nextTry(6, noon)).toBeNull()
})
