import { createHash } from 'node:crypto'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { afterAll, describe, expect, test } from 'vitest'
import { Refusal } from '@/lib/domain/refusal'
import { OPENSSL, startOpensslAuthority } from '@/lib/testing/fixtures/openssl-authority'
import {
  authorityUnder,
  certificateFor,
  pemOf,
  refusedWith,
  stampedBy,
} from '@/lib/testing/fixtures/time-stamp-authority'
import { type FetchOutside, requestTimeStamp } from './ask'
import { verifyTimeStamp } from './response'

const sha256 = createHash('sha256').update('The harbour ledger, page 4').digest('hex')
const root = await certificateFor('Root of Trust')
const authority = await authorityUnder(root)
const anchors = pemOf(root)

/** The way out, as bare as it can be: what it refuses, it refuses in words. */
const fetchOutside: FetchOutside = async (url, { limits: _, body, ...request }) => {
  const answer = await fetch(url, { ...request, body: Uint8Array.from(body) }).catch(() => {
    throw new Refusal('unavailable', 'The server is not there.')
  })
  return {
    status: answer.status,
    headers: Object.fromEntries(answer.headers),
    body: answer.body as unknown as AsyncIterable<Uint8Array>,
  }
}

const stops: (() => void)[] = []
afterAll(() => {
  for (const stop of stops) stop()
})

test('an authority is asked over HTTP as RFC 3161 says, and its whole answer kept', async () => {
  const headers: unknown[] = []
  const url = await serving(async (request, response) => {
    headers.push(request.method, request.headers['content-type'])
    const der = await stampedBy(authority, await buffer(request))
    response.writeHead(200, { 'content-type': 'Application/Timestamp-Reply; x=y' }).end(der)
  })
  const kept = await requestTimeStamp(url, sha256, { fetchOutside, anchors })
  expect(headers).toEqual(['POST', 'application/timestamp-query'])
  if (kept.outcome !== 'granted') throw new Error(kept.message)
  const { response, ...read } = kept
  expect(await verifyTimeStamp(response, sha256, anchors)).toEqual(read)
})

describe('what goes wrong has a name:', () => {
  const reply = { 'content-type': 'application/timestamp-reply' }
  test.each<[string, string, RegExp, RequestListener]>([
    [
      'an error in place of an answer',
      'down',
      /status 503/,
      (_, response) => response.writeHead(503, reply).end(),
    ],
    [
      'an answer that says it is a page in place of one',
      'not-a-time-stamp',
      /not a time stamp/,
      async (request, response) => {
        const der = await stampedBy(authority, await buffer(request))
        response.writeHead(200, { 'content-type': 'text/html' }).end(der)
      },
    ],
    [
      'a page that says it is an answer',
      'not-a-time-stamp',
      /not a time stamp/,
      (_, response) => response.writeHead(200, reply).end('<p>Moved'),
    ],
    [
      'an answer of a megabyte',
      'not-a-time-stamp',
      /longer than 64 kB/,
      (_, response) => response.writeHead(200, reply).end(Buffer.alloc(1024 * 1024)),
    ],
    [
      'a refusal',
      'refused-policy',
      /under this policy.*“Not today”/,
      (_, response) => response.writeHead(200, reply).end(refusedWith(15, 'Not today')),
    ],
    [
      'an answer to somebody else',
      'other-hash',
      /another file/,
      async (request, response) => {
        const asked = Buffer.from(await buffer(request))
        asked.write('somebody else', asked.indexOf(Buffer.from(sha256, 'hex')))
        response.writeHead(200, reply).end(await stampedBy(authority, asked))
      },
    ],
  ])('%s', async (_what, failure, words, listener) => {
    const url = await serving(listener)
    const read = await requestTimeStamp(url, sha256, { fetchOutside, anchors })
    expect(read).toMatchObject({ outcome: 'failed', failure })
    expect(read).toMatchObject({ message: expect.stringMatching(words) })
  })

  test('nobody there', async () => {
    const read = await requestTimeStamp('http://127.0.0.1:9/', sha256, { fetchOutside })
    expect(read).toMatchObject({
      failure: 'down',
      message: 'The authority does not answer. The server is not there.',
    })
  })

  test('a connection that is dropped within the answer', async () => {
    const broken: FetchOutside = async () => ({
      status: 200,
      headers: reply,
      body: (async function* () {
        yield new Uint8Array(9)
        throw new Refusal('unavailable', 'The connection was dropped.')
      })(),
    })
    const read = await requestTimeStamp('http://x/', sha256, { fetchOutside: broken })
    expect(read).toMatchObject({ failure: 'down' })
  })
})

describe.skipIf(!OPENSSL)(
  `with ${OPENSSL ?? 'openssl, which is not here,'} as the authority`,
  () => {
    test.each(['rsa', 'ec'] as const)(
      'a time stamp (%s) holds, and openssl says so',
      async (kind) => {
        const openssl = await startOpensslAuthority(kind)
        try {
          const trusted = { fetchOutside, anchors: openssl.root }
          const kept = await requestTimeStamp(openssl.url, sha256, trusted)
          if (kept.outcome !== 'granted') throw new Error(kept.message)
          expect(kept).toMatchObject({ authority: 'Stamps of Record', policy: '1.2.3.4.1' })
          expect(Math.abs(kept.genTime.getTime() - Date.now())).toBeLessThan(60_000)
          expect(await openssl.verify(kept.response, sha256)).toBe('Verification: OK')
          const other = sha256.replace(/^./, (digit) => (digit === '0' ? '1' : '0'))
          await expect(openssl.verify(kept.response, other)).rejects.toThrow()

          const strict = { fetchOutside, anchors }
          expect(await requestTimeStamp(openssl.url, sha256, strict)).toMatchObject({
            failure: 'unknown-authority',
          })
        } finally {
          await openssl.stop()
        }
      },
    )
  },
)

async function serving(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  stops.push(() => void server.close())
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
}
