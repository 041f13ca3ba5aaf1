import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { coalescedTask } from './coalesced-task'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Work that takes so long each time, in milliseconds, and when it was begun. */
function work(...lasting: number[]) {
  const begun: number[] = []
  const start = performance.now()
  const task = coalescedTask(() => {
    begun.push(performance.now() - start)
    return new Promise((done) => setTimeout(done, lasting[begun.length - 1] ?? 0))
  })
  return { ...task, begun }
}

test('asked while it works, it works once more, after twice the time that it took', async () => {
  const { ask, begun } = work(500)
  for (let asked = 0; asked < 3; asked++) ask()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(begun).toEqual([0, 1_500])
})

test('after work that had to wait for a database that was away, the pause is four seconds at most', async () => {
  const { ask, begun } = work(12_000)
  ask()
  await vi.advanceTimersByTimeAsync(13_000)
  ask()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(begun).toEqual([0, 16_000])
})
