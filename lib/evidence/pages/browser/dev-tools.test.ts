import { PassThrough } from 'node:stream'
import { expect, test } from 'vitest'
import { DevTools, Ended } from './dev-tools'

/** A connection to a browser that answers nothing by itself. */
function connection() {
  const from = new PassThrough()
  return { from, devTools: new DevTools(new PassThrough(), from, () => {}) }
}

const answered = (promise: Promise<unknown>) =>
  Promise.race([
    promise.then(
      () => 'answered',
      (error) => (error instanceof Ended ? 'ended' : error),
    ),
    new Promise((resolve) => setTimeout(() => resolve('waiting'), 50)),
  ])

test('whoever waits for a page that broke down is told, and nobody else', async () => {
  const { devTools, from } = connection()
  const broken = devTools.send('Page.getLayoutMetrics', {}, 'a')
  const whole = devTools.send('Page.getLayoutMetrics', {}, 'b')
  devTools.drop('a')
  expect(await answered(broken)).toBe('ended')
  expect(await answered(whole)).toBe('waiting')
  from.write('{"id":2,"result":{}}\0')
  expect(await answered(whole)).toBe('answered')
  expect(devTools.isOver).toBe(false)
})

test('whoever waits when the browser ends is told, and whoever asks it afterwards', async () => {
  const { devTools } = connection()
  const before = devTools.send('Page.getLayoutMetrics', {}, 'a')
  devTools.end()
  expect(devTools.isOver).toBe(true)
  expect(await answered(before)).toBe('ended')
  expect(await answered(devTools.send('Page.getLayoutMetrics', {}))).toBe('ended')
})
