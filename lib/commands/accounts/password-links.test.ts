import { expect, test as plainTest } from 'vitest'
import { logIn } from '@/lib/auth/log-in'
import { findPasswordLink } from '@/lib/auth/open-links'
import { db } from '@/lib/db/client'
import { insertMembership } from '@/lib/db/newsroom/onboarding'
import type { Actor } from '@/lib/domain/policy'
import { test } from '@/lib/testing/database/rollback'
import { again, aNewsroom, TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { invite, makePasswordLink, removeMember } from '../newsroom/members'
import { acceptInvitation, choosePassword, makeOperatorLink } from '../newsroom/onboarding'
import { changePassword } from './account'

const NEXT = 'a password for tomorrow'

test('a link lets its member choose a password once, and ends their log-ins', async () => {
  const { admin, tom } = await aDesk()
  const token = await linkFor(admin, tom)
  expect(await findPasswordLink(token)).toMatchObject({ newsroom: 'The Desk', email: tom.email })
  await choose(token)

  expect(await again(tom)).toBeNull()
  expect(await again(admin)).not.toBeNull()
  expect(await logIn({ email: tom.email, password: TEST_PASSWORD })).toBeNull()
  expect(await logIn({ email: tom.email, password: NEXT })).toMatchObject({ id: tom.userId })
  await expectShut(token, tom, NEXT)
})

test('whoever runs Stet makes a link for the only admin, and the log says so', async () => {
  const { admin } = await aDesk()
  const { secret } = await makeOperatorLink({ email: ` ${admin.email.toUpperCase()}` })
  await choose(secret)
  expect(await logIn({ email: admin.email, password: NEXT })).toMatchObject({ id: admin.userId })
  await expectShut(secret, admin, NEXT)
  const made = await db().auditEvent.findFirstOrThrow({
    where: { newsroomId: admin.newsroomId, type: 'password-link.made' },
  })
  expect(made).toMatchObject({ actorId: admin.userId, data: { byOperator: true } })
  expect(JSON.stringify(made)).not.toContain(secret)
})

test('for an address that nobody has, or who is in two newsrooms, whoever runs Stet makes none', async () => {
  const { admin, tom } = await aDesk()
  await expect(makeOperatorLink({ email: 'nobody@example.org' })).rejects.toMatchObject({
    reason: 'not-found',
  })
  const { newsroomId } = await (await aNewsroom()).member('admin')
  await db().$executeRaw`SELECT set_config('stet.newsroom', ${newsroomId}, true)`
  await insertMembership({ userId: tom.userId, newsroomId }, 'writer')
  await expect(makeOperatorLink({ email: tom.email })).rejects.toThrow('several newsrooms')
  await db().$executeRaw`SELECT set_config('stet.newsroom', ${admin.newsroomId}, true)`
  await removeMember(admin, { userId: tom.userId })
  expect(await makeOperatorLink({ email: tom.email })).toMatchObject({ secret: expect.any(String) })
})

test('only what the link hashes to is stored, and the log tells who made it and that it was used', async () => {
  const { admin, tom } = await aDesk()
  const token = await linkFor(admin, tom)
  await choose(token)

  const events = await db().auditEvent.findMany({
    where: { newsroomId: admin.newsroomId, type: { contains: 'password' } },
    orderBy: { seq: 'asc' },
  })
  expect(events.map(({ type, actorId, data }) => ({ type, actorId, data }))).toEqual([
    { type: 'password-link.made', actorId: admin.userId, data: { userId: tom.userId } },
    { type: 'account.password-set-by-link', actorId: tom.userId, data: {} },
  ])
  const receipts = await db().formReceipt.findMany({ where: { newsroomId: admin.newsroomId } })
  const links = await db().passwordLink.findMany({ where: { newsroomId: admin.newsroomId } })
  expect(links).toHaveLength(1)
  expect(JSON.stringify([events, receipts, links])).not.toContain(token)
})

test('a link is shut once it is a day old, replaced, or its member is gone or changed the password', async () => {
  const { admin, tom } = await aDesk()
  const old = await linkFor(admin, tom)
  const aged = { expiresAt: new Date(Date.now() - 1_000) }
  const { expiresAt } = await db().passwordLink.findFirstOrThrow({ where: { userId: tom.userId } })
  expect(expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(24 * 3600_000)
  await db().passwordLink.updateMany({ where: { userId: tom.userId }, data: aged })
  await expectShut(old, tom)

  const replaced = await linkFor(admin, tom)
  const newest = await linkFor(admin, tom)
  await expectShut(replaced, tom)
  await changePassword(tom, { current: TEST_PASSWORD, next: NEXT, again: NEXT })
  await expectShut(newest, tom, NEXT)

  const last = await linkFor(admin, tom)
  await removeMember(admin, { userId: tom.userId })
  await expectShut(last, tom, NEXT)
})

test('an admin opens no other newsroom by a member’s new password', async () => {
  const { admin, tom } = await aDesk()
  const early = await linkFor(admin, tom)
  const { newsroomId } = await (await aNewsroom()).member('admin')
  await db().$executeRaw`SELECT set_config('stet.newsroom', ${newsroomId}, true)`
  await insertMembership({ userId: tom.userId, newsroomId }, 'writer')

  await expectShut(early, tom)
  await expect(makePasswordLink(admin, { userId: tom.userId })).rejects.toMatchObject({
    reason: 'not-allowed',
    message: expect.stringContaining('belongs to another newsroom'),
  })
})

test('a link is made for a present member of one’s own newsroom, and not for oneself', async () => {
  const { admin } = await aDesk()
  const stranger = await (await aNewsroom()).member('writer')
  await expect(makePasswordLink(admin, { userId: stranger.userId })).rejects.toMatchObject({
    reason: 'not-found',
  })
  await expect(makePasswordLink(admin, { userId: admin.userId })).rejects.toMatchObject({
    reason: 'invalid',
  })
})

test('a password that is short or not repeated leaves the link open', async () => {
  const { admin, tom } = await aDesk()
  const token = await linkFor(admin, tom)
  await expect(choosePassword({ token, password: 'short', again: 'short' })).rejects.toMatchObject({
    fields: { password: expect.any(String) },
  })
  await expect(choosePassword({ token, password: NEXT, again: 'other' })).rejects.toMatchObject({
    fields: { again: expect.any(String) },
  })
  await choose(token)
})

test('a network that tries made-up links rests, and costs no password', async () => {
  const { admin, tom } = await aDesk()
  const token = await linkFor(admin, tom)
  const began = process.cpuUsage()
  for (let n = 0; n < 50; n++) {
    await expect(choosePassword({ token: `${n}\0` }, '192.0.2.1')).rejects.toMatchObject({
      reason: 'not-found',
    })
  }
  expect(process.cpuUsage(began).user / 1_000).toBeLessThan(1_000)
  const form = { token, password: NEXT, again: NEXT }
  await expect(choosePassword(form, '192.0.2.1')).rejects.toMatchObject({ reason: 'not-allowed' })
  await choosePassword(form, '192.0.2.2')
})

plainTest('of ten who open one link at once, one chooses', async () => {
  const { admin, tom } = await aDesk()
  const token = await linkFor(admin, tom)
  const tries = await Promise.allSettled(Array.from({ length: 10 }, () => choose(token)))
  expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

plainTest(
  'whoever joins another newsroom in the same moment keeps a password of their own',
  async () => {
    for (let n = 0; n < 3; n++) {
      const { admin, tom } = await aDesk()
      const boss = await (await aNewsroom()).member('admin')
      const token = await linkFor(admin, tom)
      const invited = await invite(boss, { email: tom.email, role: 'writer' })
      const joining = { token: invited.secret, password: TEST_PASSWORD }
      const [chosen, joined] = await Promise.allSettled([choose(token), acceptInvitation(joining)])
      expect([chosen.status, joined.status].sort()).toEqual(['fulfilled', 'rejected'])
    }
  },
)

async function aDesk() {
  const newsroom = await aNewsroom()
  return {
    admin: await newsroom.member('admin', 'Ada'),
    tom: await newsroom.member('writer', 'Tom'),
  }
}

const linkFor = async (admin: Actor, { userId }: Actor) =>
  (await makePasswordLink(admin, { userId })).secret

const choose = (token: string) => choosePassword({ token, password: NEXT, again: NEXT })

/** A link opens nothing, says so, and leaves the password as it is. */
async function expectShut(token: string, { email }: Actor, password = TEST_PASSWORD) {
  expect(await findPasswordLink(token)).toBeNull()
  const form = { token, password: 'one more password', again: 'one more password' }
  await expect(choosePassword(form)).rejects.toMatchObject({
    reason: 'not-found',
    message: expect.stringContaining('used or replaced, or is too old'),
  })
  expect(await logIn({ email, password })).not.toBeNull()
}
