import { expect } from 'vitest'
import { test, testEach } from '@/lib/testing/database/rollback'
import { again, aNewsroom, TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { db } from '../db/client'
import { logIn, logOut } from './log-in'
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

test('after ten wrong tries an address rests, even for the right password', async () => {
  const { email } = await (await aNewsroom()).member('writer')
  for (let n = 0; n < 10; n++) await logIn({ email, password: `wrong ${n}` })
  expect(await logIn({ email, password: TEST_PASSWORD })).toBeNull()

  const longAgo = new Date(Date.now() - 16 * 60_000)
  await db().loginFailure.updateMany({ where: { email }, data: { at: longAgo } })
  expect(await logIn({ email, password: TEST_PASSWORD })).not.toBeNull()
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
