import { expect, test as plainTest } from 'vitest'
import { logIn } from '@/lib/auth/log-in'
import { actorOf } from '@/lib/auth/look-up-actor'
import { db } from '@/lib/db/client'
import { insertSession } from '@/lib/db/newsroom/sessions'
import { test } from '@/lib/testing/database/rollback'
import { again, aNewsroom, TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { changePassword, logOutEverywhere } from './account'

const CHANGE = { current: TEST_PASSWORD, next: 'a new password', again: 'a new password' }

test('a new password opens, the old one no longer does, and other log-ins end', async () => {
  const nora = await (await aNewsroom()).member('checker')
  const elsewhere = await insertSession(nora.userId)
  await changePassword(nora, CHANGE)

  expect(await again(nora)).toMatchObject({ userId: nora.userId })
  expect(await actorOf(elsewhere, nora.newsroomSlug)).toBeNull()
  expect(await logIn({ email: nora.email, password: TEST_PASSWORD })).toBeNull()
  expect(await logIn({ email: nora.email, password: 'a new password' })).toMatchObject({
    id: nora.userId,
  })
})

test('a new password needs the present one, twelve characters, and to be typed twice', async () => {
  const nora = await (await aNewsroom()).member('checker')
  for (const [change, field] of [
    [{ current: 'guessed' }, 'current'],
    [{ next: 'short', again: 'short' }, 'next'],
    [{ again: 'another password' }, 'again'],
  ] as const) {
    await expect(changePassword(nora, { ...CHANGE, ...change })).rejects.toMatchObject({
      fields: { [field]: expect.any(String) },
    })
  }
  expect(await logIn({ email: nora.email, password: TEST_PASSWORD })).not.toBeNull()
})

test('whoever found a browser open has ten guesses at the password, and then even the right one rests', async () => {
  const nora = await (await aNewsroom()).member('checker')
  const guess = (current: string) => changePassword(nora, { ...CHANGE, current })
  for (let n = 0; n < 10; n++) {
    await expect(guess(`wrong ${n}`)).rejects.toMatchObject({ reason: 'invalid' })
  }
  await expect(guess(TEST_PASSWORD)).rejects.toMatchObject({
    reason: 'not-allowed',
    message: 'Too many wrong passwords. Try again in a quarter of an hour.',
  })
  // It is not the door that rests: Nora logs in elsewhere as before.
  expect(await logIn({ email: nora.email, password: TEST_PASSWORD })).not.toBeNull()
})

plainTest('sixty guesses at once are no more than ten', async () => {
  const nora = await (await aNewsroom()).member('checker')
  const guesses = Array.from({ length: 60 }, (_, n) =>
    changePassword(nora, { ...CHANGE, current: `wrong ${n}` }).catch(({ reason }) => reason),
  )
  const answers = await Promise.all(guesses)
  expect(answers.filter((reason) => reason === 'invalid').length).toBeLessThanOrEqual(10)
  expect(answers.filter((reason) => reason === 'not-allowed').length).toBeGreaterThanOrEqual(50)
})

test('no password is told to the log', async () => {
  const nora = await (await aNewsroom()).member('checker')
  await changePassword(nora, CHANGE)
  const log = await db().auditEvent.findMany({ where: { newsroomId: nora.newsroomId } })
  expect(JSON.stringify(log)).not.toMatch(/password"?:|argon2|a new password/)
})

test('logging out everywhere ends this log-in too', async () => {
  const nora = await (await aNewsroom()).member('checker')
  await logOutEverywhere(nora, {})
  expect(await again(nora)).toBeNull()
})
