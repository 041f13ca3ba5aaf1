import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { FAREWELL, makePresence, type Presence, SILENCE } from './presence'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Server processes that hear each other; one that is added later hears only what is said from then on. */
function house() {
  const processes: Presence[] = []
  return function add(): Presence {
    const one = makePresence((words) => {
      for (const each of processes) each.hear(words)
    })
    processes.push(one)
    return one
  }
}

const ada = { articleId: 'bridge', userId: 'ada', windowId: 'a1' }
const mara = { articleId: 'bridge', userId: 'mara', windowId: 'm1' }

test('every process knows who is on which claim, and of no other article', () => {
  const add = house()
  const [first, second] = [add(), add()]
  first.join({ ...ada, claim: 4 })
  second.join({ ...mara, claim: null })
  second.join({ ...mara, articleId: 'tunnel', claim: 1 })

  for (const process of [first, second]) {
    expect(process.peopleOn('bridge')).toEqual([
      { userId: 'ada', claim: 4 },
      { userId: 'mara', claim: null },
    ])
  }
})

test('a process that comes late asks, and learns how long each has been silent', () => {
  const add = house()
  add().join({ ...ada, claim: 4 })
  vi.advanceTimersByTime(SILENCE - 10_000)
  const late = add()
  expect(late.peopleOn('bridge')).toEqual([])
  late.greet()

  expect(late.peopleOn('bridge')).toEqual([{ userId: 'ada', claim: 4 }])
  vi.advanceTimersByTime(20_000)
  expect(late.peopleOn('bridge')).toEqual([])
})

test('what was said before anybody could hear it is said again once they can', () => {
  let connected = false
  const first = makePresence(() => {})
  const second = makePresence((words) => connected && first.hear(words))
  second.join({ ...mara, claim: 2 })
  expect(first.peopleOn('bridge')).toEqual([])
  connected = true
  second.greet()
  expect(first.peopleOn('bridge')).toEqual([{ userId: 'mara', claim: 2 }])
})

test('two windows of one person are one, at the claim that was opened last', () => {
  const here = house()()
  here.join({ ...ada, claim: 4 })
  vi.advanceTimersByTime(1_000)
  here.join({ ...ada, windowId: 'a2', claim: 9 })
  vi.advanceTimersByTime(1_000)
  // Says only that it is still there.
  here.join({ ...ada, claim: 4 })
  expect(here.peopleOn('bridge')).toEqual([{ userId: 'ada', claim: 9 }])

  here.join({ ...ada, claim: 5 })
  expect(here.peopleOn('bridge')).toEqual([{ userId: 'ada', claim: 5 }])
})

test('a browser that falls silent is gone after a while, everywhere, and those who watch are told', () => {
  const add = house()
  const [first, second] = [add(), add()]
  first.join({ ...ada, claim: 4 })
  const told = vi.fn()
  second.moved.on('moved', told)
  vi.advanceTimersByTime(SILENCE * 0.9)
  expect(second.peopleOn('bridge')).toHaveLength(1)
  vi.advanceTimersByTime(SILENCE * 0.3)

  expect(first.peopleOn('bridge')).toEqual([])
  expect(second.peopleOn('bridge')).toEqual([])
  expect(told.mock.calls).toEqual([['bridge']])
})

test('a closed window is gone in a moment, unless its browser speaks again, to whichever process', () => {
  const add = house()
  const [first, second] = [add(), add()]
  first.join({ ...ada, claim: 4 })
  first.join({ ...mara, claim: 4 })
  first.leave(ada)
  first.leave(mara)
  vi.advanceTimersByTime(FAREWELL / 2)
  second.join({ ...ada, claim: 4 })
  vi.advanceTimersByTime(FAREWELL)

  for (const process of [first, second]) {
    expect(process.peopleOn('bridge')).toEqual([{ userId: 'ada', claim: 4 }])
  }
})

test('a window is closed only for the person whose it is', () => {
  const here = house()()
  here.join({ ...ada, claim: 4 })
  here.leave({ ...ada, userId: 'mara' })
  vi.advanceTimersByTime(FAREWELL * 2)
  expect(here.peopleOn('bridge')).toHaveLength(1)
})

test.each(['', 'nonsense', '{}', '"who"', '{"what":"here"}', '{"what":"gone","from":"x"}'])(
  'words that mean nothing are not heeded: %s',
  (words) => {
    const here = house()()
    here.join({ ...ada, claim: 4 })
    here.hear(words)
    expect(here.peopleOn('bridge')).toHaveLength(1)
  },
)

test('nobody is told of what is as before', () => {
  const here = house()()
  here.join({ ...ada, claim: 4 })
  const told = vi.fn()
  here.moved.on('moved', told)
  here.join({ ...ada, claim: 4 })
  expect(told).not.toHaveBeenCalled()
  here.join({ ...ada, claim: null })
  expect(told).toHaveBeenCalledOnce()
})
