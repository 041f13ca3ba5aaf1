import { expect } from 'vitest'
import { logIn } from '@/lib/auth/log-in'
import { actorOf } from '@/lib/auth/look-up-actor'
import { db } from '@/lib/db/client'
import { listLogIns } from '@/lib/db/newsroom/log-ins'
import { insertSession } from '@/lib/db/newsroom/sessions'
import { test } from '@/lib/testing/database/rollback'
import { costOf } from '@/lib/testing/database/statements'
import { again, aNewsroom, TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { endLogIn, endLogInsOf, endOtherLogIns } from './log-ins'

const FIREFOX = 'Mozilla/5.0 (Windows NT 10.0; rv:145.0) Gecko/20100101 Firefox/145.0'

test('open log-ins are listed with their device and address, and this one is marked', async () => {
  const nora = await (await aNewsroom()).member('checker')
  const here = { address: '192.0.2.7', userAgent: FIREFOX, deviceOf: () => undefined }
  await logIn({ email: nora.email, password: TEST_PASSWORD }, here)
  const over = await insertSession(nora.userId)
  await db().session.update({ where: { id: over }, data: { expiresAt: new Date(0) } })

  const listed = await listLogIns(nora)
  expect(listed).toHaveLength(2)
  expect(listed).toContainEqual(
    expect.objectContaining({ device: 'Firefox on Windows', address: '192.0.2.7', isThis: false }),
  )
  expect(listed.filter(({ isThis }) => isThis)).toMatchObject([{ id: nora.sessionId }])
})

test('one log-in ends and the others stay', async () => {
  const nora = await (await aNewsroom()).member('checker')
  const [lost, kept] = [await insertSession(nora.userId), await insertSession(nora.userId)]
  await endLogIn(nora, { sessionId: lost })
  expect(await actorOf(lost, nora.newsroomSlug)).toBeNull()
  expect(await actorOf(kept, nora.newsroomSlug)).not.toBeNull()
  expect(await again(nora)).not.toBeNull()
  await expect(endLogIn(nora, { sessionId: lost })).rejects.toMatchObject({ reason: 'not-found' })
})

test('nobody ends a log-in of somebody else, in the same newsroom or another', async () => {
  const [ours, theirs] = [await aNewsroom(), await aNewsroom()]
  const [ada, nora] = [await ours.member('admin'), await ours.member('checker')]
  const zoe = await theirs.member('admin')
  for (const actor of [ada, zoe]) {
    const refused = endLogIn(actor, { sessionId: nora.sessionId })
    await expect(refused).rejects.toMatchObject({ reason: 'not-found' })
  }
  await expect(endLogInsOf(zoe, { userId: nora.userId })).rejects.toMatchObject({
    reason: 'not-found',
  })
  expect(await again(nora)).not.toBeNull()
})

test('all others end at once, and an admin ends all of a person', async () => {
  const newsroom = await aNewsroom()
  const [ada, nora] = [await newsroom.member('admin'), await newsroom.member('checker')]
  const elsewhere = await insertSession(nora.userId)
  await endOtherLogIns(nora, {})
  expect(await actorOf(elsewhere, nora.newsroomSlug)).toBeNull()
  expect(await again(nora)).not.toBeNull()

  await endLogInsOf(ada, { userId: nora.userId })
  expect(await again(nora)).toBeNull()
  expect(await again(ada)).not.toBeNull()
  expect(await logIn({ email: nora.email, password: TEST_PASSWORD })).not.toBeNull()
})

test('looking somebody up is one statement, which notes every five minutes that the log-in is used', async () => {
  const nora = await (await aNewsroom()).member('checker')
  const usedAt = async () =>
    (await db().session.findUniqueOrThrow({ where: { id: nora.sessionId } })).lastUsedAt
  const before = await usedAt()
  await again(nora)
  expect(await usedAt()).toEqual(before)

  const longAgo = new Date(Date.now() - 6 * 60_000)
  await db().session.update({ where: { id: nora.sessionId }, data: { lastUsedAt: longAgo } })
  const { statements } = await costOf(() => again(nora))
  expect(statements).toBe(1)
  expect((await usedAt()).getTime()).toBeGreaterThan(longAgo.getTime())
})
