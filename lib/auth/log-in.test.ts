import { expect } from 'vitest'
import { test, testEach } from '@/lib/testing/database/rollback'
import { again, aNewsroom, TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { db } from '../db/client'
import { deviceCookie, deviceCookieName, deviceIn } from './known-device'
import { logIn, logOut, type Where } from './log-in'
import { actorOf } from './look-up-actor'

test('the right password opens, however the address is typed', async () => {
  const { email, userId } = await (await aNewsroom()).member('writer')
  expect(await logIn({ email: ` ${email.toUpperCase()} `, password: TEST_PASSWORD })).toMatchObject(
    {
      id: userId,
    },
  )
})

test('a wrong password and an unknown address get the same answer', async () => {
  const { email } = await (await aNewsroom()).member('writer')
  expect(await logIn({ email, password: 'wrong' })).toBeNull()
  expect(await logIn({ email: 'nobody@example.org', password: TEST_PASSWORD })).toBeNull()
})

testEach(
  ['a\0b@example.org', '\ud800@example.org', '', 'a'.repeat(300), '%', "' OR 1=1 --"],
  (email) => `the address ${JSON.stringify(email).slice(0, 20)} opens nothing and breaks nothing`,
  async (email) => {
    expect(await logIn({ email, password: TEST_PASSWORD })).toBeNull()
  },
)

test('after ten wrong tries an account rests, even for the right password', async () => {
  const { email } = await (await aNewsroom()).member('writer')
  for (let n = 0; n < 10; n++) await logIn({ email, password: `wrong ${n}` })
  expect(await logIn({ email, password: TEST_PASSWORD })).toBeNull()

  const longAgo = new Date(Date.now() - 16 * 60_000)
  await db().loginFailure.updateMany({ where: { key: `account:${email}` }, data: { at: longAgo } })
  expect(await logIn({ email, password: TEST_PASSWORD })).not.toBeNull()
})

test('nobody shuts a device out on which its account logged in before', async () => {
  const newsroom = await aNewsroom()
  const [{ email }, other] = [await newsroom.member('writer'), await newsroom.member('writer')]
  const cookie = deviceCookie(email, null)
  const here = from({ [cookie.name]: cookie.value })
  for (let n = 0; n < 10; n++) await logIn({ email, password: 'wrong' }, from({}))
  expect(await logIn({ email, password: TEST_PASSWORD }, from({}))).toBeNull()

  const found = await logIn({ email, password: TEST_PASSWORD }, here)
  expect(found?.device).toBe(deviceIn(email, cookie.value))
  expect(await logIn({ email, password: TEST_PASSWORD }, from({}))).toBeNull()

  for (const value of [deviceCookie(other.email, null).value, 'a.b', `${found?.device}.`, '.']) {
    expect(
      await logIn({ email, password: TEST_PASSWORD }, from({ [cookie.name]: value })),
    ).toBeNull()
  }
})

test('a device that is known rests by itself, so that whoever took it cannot go on guessing', async () => {
  const { email } = await (await aNewsroom()).member('writer')
  const cookie = deviceCookie(email, null)
  const here = from({ [cookie.name]: cookie.value })
  for (let n = 0; n < 10; n++) await logIn({ email, password: 'wrong' }, here)
  expect(await logIn({ email, password: TEST_PASSWORD }, here)).toBeNull()
  expect(await logIn({ email, password: TEST_PASSWORD }, from({}))).not.toBeNull()
})

test('a network that tries many accounts rests for all of them, and no other network does', async () => {
  const { email } = await (await aNewsroom()).member('writer')
  const there = (address: string) => ({ ...from({}), address })
  const wrong = (key: string, times: number) =>
    db().loginFailure.createMany({ data: Array.from({ length: times }, () => ({ key })) })
  await wrong('network:2001:db8:1:2', 49)
  const right = { email, password: TEST_PASSWORD }
  expect(await logIn(right, there('2001:db8:1:2::1'))).not.toBeNull()
  await logIn({ email: 'nobody@example.org', password: 'wrong' }, there('2001:db8:1:2::1'))
  expect(await logIn(right, there('2001:db8:1:2:ffff::9'))).toBeNull()
  expect(await logIn(right, there('2001:db8:1:3::1'))).not.toBeNull()
})

const from = (cookies: Record<string, string>): Where => ({
  address: '',
  userAgent: '',
  deviceOf: (email) => cookies[deviceCookieName(email)],
})

test('the right password in time forgets the wrong ones', async () => {
  const { email } = await (await aNewsroom()).member('writer')
  for (let n = 0; n < 9; n++) await logIn({ email, password: 'wrong' })
  expect(await logIn({ email, password: TEST_PASSWORD })).not.toBeNull()
  for (let n = 0; n < 9; n++) await logIn({ email, password: 'wrong' })
  expect(await logIn({ email, password: TEST_PASSWORD })).not.toBeNull()
})

test('a log-in that has ended or expired makes no actor', async () => {
  const newsroom = await aNewsroom()
  const [ada, ben] = [await newsroom.member('writer'), await newsroom.member('writer')]
  await logOut(ada.sessionId)
  expect(await again(ada)).toBeNull()

  const expiresAt = new Date(Date.now() - 1_000)
  await db().session.update({ where: { id: ben.sessionId }, data: { expiresAt } })
  expect(await again(ben)).toBeNull()
})

test('a log-in makes an actor in one’s own newsroom and in no other', async () => {
  const [ours, theirs] = [await aNewsroom(), await aNewsroom()]
  const ada = await ours.member('admin')
  expect(await actorOf(ada.sessionId, theirs.slug)).toBeNull()
  expect(await actorOf(ada.sessionId, 'a\0b')).toBeNull()
})
