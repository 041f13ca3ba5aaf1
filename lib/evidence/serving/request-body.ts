import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'

/**
 * The body of a request as a stream. Where nobody reads on, the rest is let run out: the server that passes it on (Next)
 * takes a body that was given up for a fault of its own. No body is longer than `LONGEST_BODY`.
 */
export function bodyOf(body: ReadableStream<Uint8Array>): Readable {
  return Readable.from(pieces(body), { objectMode: false })
}

async function* pieces(body: ReadableStream<Uint8Array>) {
  const reader = body.getReader()
  let isOver = false
  try {
    for (;;) {
      const { done, value } = await reader.read()
      isOver = done
      if (done) return
      yield value
    }
  } finally {
    // A connection that was lost has nothing more to say.
    while (!isOver)
      isOver = await reader.read().then(
        ({ done }) => done,
        () => true,
      )
  }
}
