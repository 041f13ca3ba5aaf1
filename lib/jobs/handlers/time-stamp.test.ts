import { randomUUID } from 'node:crypto'
import type { RequestListener } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { expect, onTestFinished } from 'vitest'
import { addAuthority, removeAuthority } from '@/lib/commands/captures/authorities'
import { stampCapture } from '@/lib/commands/captures/time-stamps'
import { findTimeStamp, listTimeStamps } from '@/lib/db/captures/time-stamps'
import { db } from '@/lib/db/client'
import { verifyTimeStamp } from '@/lib/evidence/time-stamps/response'
import { test } from '@/lib/testing/database/rollback'
import { keptFile } from '@/lib/testing/fixtures/captures'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { OPENSSL, startOpensslAuthority } from '@/lib/testing/fixtures/openssl-authority'
import {
  authorityUnder,
  certificateFor,
  pemOf,
  stampedBy,
} from '@/lib/testing/fixtures/time-stamp-authority'
import { serve } from '@/lib/testing/outside/serve'
import { timeStamp } from './time-stamp'

const root = await certificateFor('Root of Trust')
const authority = await authorityUnder(root)

test('an authority of the house’s own programs dates a capture, and the date verifies', async () => {
  const clock = await aClock()
  const { ada, stampId, sha256, work } = await asked(clock)
  const before = Date.now()
  await work()
  const stamp = await findTimeStamp(ada, stampId)
  expect(stamp).toMatchObject({ state: 'granted', says: '' })
  expect(Math.abs((stamp?.datedAt?.getTime() ?? 0) - before)).toBeLessThan(60_000)
  const response = stamp?.response ?? new Uint8Array()
  expect(await verifyTimeStamp(response, sha256, clock.root)).toMatchObject({ outcome: 'granted' })
  if (clock.verify) expect(await clock.verify(response, sha256)).toContain('Verification: OK')
})

test('an authority that was down and came back dates it then', async () => {
  let isDown = true
  const { ada, stampId, work } = await asked(
    await aClock(async (request, response) => {
      if (isDown) return response.writeHead(503).end()
      const der = await stampedBy(authority, await buffer(request))
      return response.writeHead(200, REPLY).end(der)
    }),
  )
  await work()
  expect(await findTimeStamp(ada, stampId)).toMatchObject({
    ...{ state: 'pending', attempts: 1 },
    says: 'The authority does not answer. It answered with the status 503.',
  })
  isDown = false
  await work()
  expect(await findTimeStamp(ada, stampId)).toMatchObject({ state: 'granted', attempts: 2 })
})

test('an answer with another hash is no date, and nothing of it is kept', async () => {
  const { ada, stampId, work } = await asked(
    await aClock(async (request, response) => {
      const query = Buffer.from(await buffer(request))
      query.write('somebody else', query.indexOf(HASH_FOLLOWS) + HASH_FOLLOWS.length)
      response.writeHead(200, REPLY).end(await stampedBy(authority, query))
    }),
  )
  await work()
  expect(await findTimeStamp(ada, stampId)).toMatchObject({
    ...{ state: 'pending', response: null, datedAt: null },
    says: expect.stringContaining('of another file'),
  })
})

test('an authority inside the house is asked only where an admin allowed it', async () => {
  const clock = await aClock()
  const { ada, stampId, work } = await asked(clock)
  await db().allowedHost.updateMany({
    where: { newsroomId: ada.newsroomId },
    data: { removedAt: new Date() },
  })
  await work()
  expect(await findTimeStamp(ada, stampId)).toMatchObject({
    says: expect.stringContaining('private network'),
  })
  expect(clock.asked?.connections ?? 0).toBe(0)
})

test('an authority that was removed meanwhile is not asked', async () => {
  const clock = await aClock((_, response) => response.writeHead(200, REPLY).end())
  const { ada, stampId, authorityId, work } = await asked(clock)
  await removeAuthority(ada, { authorityId })
  await work()
  expect(await findTimeStamp(ada, stampId)).toMatchObject({
    ...{ state: 'failed', says: expect.stringContaining('taken off') },
  })
  expect(clock.asked?.connections).toBe(0)
})

/** In DER, the head of 32 bytes. */
const HASH_FOLLOWS = Buffer.from([0x04, 0x20])

const REPLY = { 'content-type': 'application/timestamp-reply' }

/** Where openssl is, an authority that it plays; elsewhere, and where it has to misbehave, one of ours. */
async function aClock(answer?: RequestListener) {
  if (!answer && OPENSSL) {
    const clock = await startOpensslAuthority('rsa')
    onTestFinished(() => clock.stop())
    return { ...clock, asked: undefined, port: Number(new URL(clock.url).port) }
  }
  const asked = await serve(
    answer ??
      (async (request, response) => {
        const der = await stampedBy(authority, await buffer(request))
        response.writeHead(200, REPLY).end(der)
      }),
  )
  const url = `http://127.0.0.1:${asked.port}/`
  return { url, root: pemOf(root), verify: undefined, asked, port: asked.port }
}

async function asked({ url, root: certificates, port }: Awaited<ReturnType<typeof aClock>>) {
  const newsroom = await aNewsroom()
  const ada = await newsroom.member('admin', 'Ada')
  const claim = await newsroom.claim(await newsroom.article({ by: ada }), 'opened in 1932')
  const { sourceId } = await newsroom.evidence(claim)
  await db().allowedHost.create({
    data: { newsroomId: ada.newsroomId, host: '127.0.0.1', port, addedById: ada.userId },
  })
  const { authorityId } = await addAuthority(ada, { name: 'The Clock', address: url, certificates })
  const { captureId, sha256 } = await keptFile(ada, sourceId)
  await stampCapture(ada, { captureId })
  const [stamp] = await listTimeStamps(ada, [captureId])
  const stampId = stamp?.id ?? ''
  const run = { actor: ada, report: () => {}, signal: new AbortController().signal }
  const job = {
    ...{ newsroomId: ada.newsroomId, kind: 'time_stamp' as const, captureId, input: { stampId } },
    ...{ articleId: null, sourceId: null, attempts: 1, output: null },
  }
  const work = () => timeStamp({ ...job, id: randomUUID() }, run)
  return { ada, authorityId, stampId, sha256, work }
}
