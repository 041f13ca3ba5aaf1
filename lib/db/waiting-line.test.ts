import { setTimeout as pause } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { waitingLine } from './waiting-line'

test('work of one name goes on two at a time, in its order, and that of another name at once', async () => {
  const inLine = waitingLine(2)
  const begun: string[] = []
  let going = 0
  let most = 0
  const work = (name: string, n: number) =>
    inLine(name, async () => {
      begun.push(`${name} ${n}`)
      if (name === 'ours') most = Math.max(most, ++going)
      await pause(5)
      if (name === 'ours') going--
      return n
    })

  const done = [0, 1, 2, 3, 4].map((n) => work('ours', n))
  expect(await Promise.all([...done, work('theirs', 5)])).toEqual([0, 1, 2, 3, 4, 5])
  expect(begun).toEqual(['ours 0', 'ours 1', 'theirs 5', 'ours 2', 'ours 3', 'ours 4'])
  expect(most).toBe(2)
})

test('work that fails lets the next one in', async () => {
  const inLine = waitingLine(1)
  const failing = inLine('ours', () => Promise.reject(new Error('no')))
  const next = inLine('ours', async () => 'yes')
  await expect(failing).rejects.toThrow('no')
  expect(await next).toBe('yes')
})
