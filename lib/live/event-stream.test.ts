import { afterAll, beforeAll, expect, test } from 'vitest'
import { logOut } from '@/lib/auth/log-in'
import { isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { again, aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { changeStream, closeStreams } from './event-stream'
import { changes } from './pg-notifications'

beforeAll(isolatedDatabase)
afterAll(closeStreams)

test('logging out ends the streams of that log-in within a second, and no others', async () => {
  const newsroom = await aNewsroom()
  const [ines, tom] = [await newsroom.member('editor'), await newsroom.member('checker')]
  const listening = new Promise((resolve) => changes().once('gap', () => resolve(null)))
  const [hers, alsoHers, his] = [listen(ines), listen(ines), listen(tom)]
  await listening

  await logOut(ines.sessionId)
  const second = new Promise((resolve) => setTimeout(resolve, 1_000, 'still open'))
  expect(await Promise.race([Promise.all([hers.closed, alsoHers.closed]), second])).toEqual([
    'gone',
    'gone',
  ])
  expect(await Promise.race([his.closed, Promise.resolve('still open')])).toBe('still open')
})

function listen(actor: Parameters<typeof again>[0]) {
  const page = { articleId: null, windowId: null, since: actor.seenSeq }
  const stream = changeStream(actor, { ...page, stillThere: () => again(actor) })
  return { closed: lastEventOf(stream) }
}

/** The name of the last event before the stream closed. */
async function lastEventOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const said = await new Response(stream).text()
  return (
    said
      .match(/^event: (\w+)$/gm)
      ?.at(-1)
      ?.slice(7) ?? ''
  )
}
