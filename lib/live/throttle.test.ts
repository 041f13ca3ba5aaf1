import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { rateLimit } from './rate-limit'
import { throttle } from './throttle'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

test('the first of a burst is done at once, the rest together, and the last is never left out', () => {
  const work = vi.fn()
  const { run } = throttle(work, 100)
  run()
  expect(work).toHaveBeenCalledTimes(1)
  for (let times = 0; times < 30; times++) run()
  expect(work).toHaveBeenCalledTimes(1)
  vi.advanceTimersByTime(100)
  expect(work).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(1_000)
  expect(work).toHaveBeenCalledTimes(2)
  run()
  expect(work).toHaveBeenCalledTimes(3)
})

test('nothing is done after it was stopped', () => {
  const work = vi.fn()
  const { run, stop } = throttle(work, 100)
  run()
  run()
  stop()
  vi.advanceTimersByTime(1_000)
  expect(work).toHaveBeenCalledTimes(1)
})

test('a browser that talks too much is told to wait, and others are not', () => {
  const may = rateLimit({ burst: 5, perSecond: 2 })
  expect(Array.from({ length: 7 }, () => may('ada'))).toEqual([
    ...[true, true, true, true, true],
    ...[false, false],
  ])
  expect(may('mara')).toBe(true)
  vi.advanceTimersByTime(1_000)
  expect([may('ada'), may('ada'), may('ada')]).toEqual([true, true, false])
})
