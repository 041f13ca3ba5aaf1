import { buffer } from 'node:stream/consumers'
import { ReadableStream } from 'node:stream/web'
import { expect, test } from 'vitest'
import { bodyOf } from './request-body'

const PIECES = ['one ', 'two ', 'three ', 'four'].map((words) => Buffer.from(words))

test('a body comes as it was sent', async () => {
  const { body } = sent()
  expect((await buffer(bodyOf(body))).toString()).toBe('one two three four')
})

test('one that nobody reads on is let run out, and not given up', async () => {
  const { body, told } = sent()
  const stream = bodyOf(body)
  for await (const piece of stream) {
    expect(String(piece)).toBe('one ')
    break
  }
  await expect.poll(() => told.handedOut).toBe(PIECES.length)
  expect(told.cancelled).toBe(false)
})

test('one whose connection is lost ends with that', async () => {
  const lost = new ReadableStream<Uint8Array>({
    start(controller) {
      controller.enqueue(Buffer.from('one '))
      setTimeout(() => controller.error(new Error('gone offline')), 20)
    },
  })
  await expect(buffer(bodyOf(lost))).rejects.toThrow('gone offline')
})

/** A body that is handed out a piece at a time. */
function sent() {
  const told = { handedOut: 0, cancelled: false }
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const piece = PIECES[told.handedOut++]
        if (piece) return controller.enqueue(piece)
        told.handedOut = PIECES.length
        controller.close()
      },
      cancel() {
        told.cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  return { body, told }
}
