import { expect } from 'vitest'
import { logIn } from '@/lib/auth/log-in'
import { actorOf } from '@/lib/auth/look-up-actor'
import { lockChain } from '@/lib/db/audit/log'
import { db } from '@/lib/db/client'
import { insertMembership } from '@/lib/db/newsroom/onboarding'
import { findOwnSecondFactor } from '@/lib/db/newsroom/second-factor-setup'
import { insertSession } from '@/lib/db/newsroom/sessions'
import { authenticatorCode } from '@/lib/keys/authenticator'
import { unseal } from '@/lib/keys/sealed'
import { test } from '@/lib/testing/database/rollback'
import { again, aNewsroom, TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { aSecondFactor } from '@/lib/testing/fixtures/second-factor'
import { resetSecondFactorByOperator } from '../newsroom/onboarding'
import {
  beginSecondFactor,
  confirmSecondFactor,
  makeRecoveryCodes,
  requireSecondFactor,
  resetSecondFactor,
  turnOffSecondFactor,
} from './second-factor'

test('a second factor is on once a code confirms it, and the recovery codes are stored as hashes', async () => {
  const nora = await (await aNewsroom()).member('checker')
  const elsewhere = await insertSession(nora.userId)
  await beginSecondFactor(nora, {})
  expect(await logIn({ email: nora.email, password: TEST_PASSWORD })).not.toBeNull()

  const { begun } = await findOwnSecondFactor(nora)
  const secret = unseal(begun ?? '', nora.userId) ?? ''
  for (const code of ['', '12345', 'abcdef']) {
    await expect(confirmSecondFactor(nora, { code })).rejects.toMatchObject({
      fields: { code: 'Type the six digits that the app shows.' },
    })
  }
  const late = authenticatorCode(secret, new Date(Date.now() - 600_000))
  await expect(confirmSecondFactor(nora, { code: late })).rejects.toMatchObject({
    fields: { code: expect.stringContaining('10 minutes behind') },
  })
  const code = authenticatorCode(secret)
  const { codes } = (await confirmSecondFactor(nora, { code })) as { codes: string[] }

  expect(codes).toHaveLength(10)
  expect(await actorOf(elsewhere, nora.newsroomSlug)).toBeNull()
  expect(await again(nora)).not.toBeNull()
  await expect(logIn({ email: nora.email, password: TEST_PASSWORD, code })).rejects.toThrow('used')
  const entered = await logIn({ email: nora.email, password: TEST_PASSWORD, code: codes[3] })
  expect(entered).toMatchObject({ id: nora.userId })
  const stored = JSON.stringify([
    await db().recoveryCode.findMany(),
    await db().secondFactor.findMany(),
    await db().formReceipt.findMany({ where: { newsroomId: nora.newsroomId } }),
    await db().auditEvent.findMany({ where: { newsroomId: nora.newsroomId } }),
  ])
  for (const told of [secret, ...codes]) expect(stored).not.toContain(told)
})

test('a set-up that nobody confirmed for an hour is over', async () => {
  const nora = await (await aNewsroom()).member('checker')
  const shown = await aSecondFactor(nora, { isConfirmed: false })
  const begunAt = new Date(Date.now() - 3601_000)
  await db().secondFactor.update({ where: { userId: nora.userId }, data: { begunAt } })
  await expect(confirmSecondFactor(nora, { code: shown() })).rejects.toMatchObject({
    reason: 'conflict',
  })
})

test('turning it off, and new recovery codes, ask for the password', async () => {
  const nora = await (await aNewsroom()).member('checker')
  await aSecondFactor(nora)
  for (const command of [turnOffSecondFactor, makeRecoveryCodes]) {
    await expect(command(nora, { current: 'guessed' })).rejects.toMatchObject({
      fields: { current: 'This is not your present password.' },
    })
  }
  const first = (await makeRecoveryCodes(nora, { current: TEST_PASSWORD })) as { codes: string[] }
  await makeRecoveryCodes(nora, { current: TEST_PASSWORD })
  const code = first.codes[0]
  await expect(logIn({ email: nora.email, password: TEST_PASSWORD, code })).rejects.toThrow('wrong')
  await turnOffSecondFactor(nora, { current: TEST_PASSWORD })
  expect(await logIn({ email: nora.email, password: TEST_PASSWORD })).not.toBeNull()
  expect(await db().recoveryCode.count({ where: { userId: nora.userId } })).toBe(0)
})

test('where it is required, whoever has none is led to set it up, and the admin has one first', async () => {
  const newsroom = await aNewsroom()
  const [ada, nora] = [await newsroom.member('admin'), await newsroom.member('checker')]
  await expect(requireSecondFactor(ada, { required: 'yes' })).rejects.toMatchObject({
    message: expect.stringContaining('your own second factor first'),
  })
  await aSecondFactor(ada)
  await requireSecondFactor(ada, { required: 'yes' })
  expect(await again(nora)).toMatchObject({ lacksSecondFactor: true })
  expect(await again(ada)).toMatchObject({ lacksSecondFactor: false })
  await aSecondFactor(nora, { isConfirmed: false })
  expect(await again(nora)).toMatchObject({ lacksSecondFactor: true })
  await aSecondFactor(nora)
  expect(await again(nora)).toMatchObject({ lacksSecondFactor: false })
})

test('whoever runs Stet takes one away in every newsroom of its owner, and the log of each says so', async () => {
  const [nora, zoe] = [
    await (await aNewsroom()).member('admin'),
    await (await aNewsroom()).member('admin'),
  ]
  const { userId, email } = nora
  await lockChain(zoe)
  await insertMembership({ userId, newsroomId: zoe.newsroomId }, 'writer')
  await expect(resetSecondFactorByOperator({ email })).rejects.toThrow('has no second factor')
  await aSecondFactor(nora)
  await resetSecondFactorByOperator({ email: email.toUpperCase() })
  expect(await logIn({ email, password: TEST_PASSWORD })).not.toBeNull()
  const told = await db().auditEvent.findMany({
    where: { type: 'second-factor.reset', actorId: userId },
  })
  expect(told.map(({ newsroomId }) => newsroomId).sort()).toEqual(
    [nora.newsroomId, zoe.newsroomId].sort(),
  )
  await expect(resetSecondFactorByOperator({ email: 'nobody@example.org' })).rejects.toThrow(
    'Nobody',
  )
})

test('an admin takes away the one of a member, but not of whoever is in another newsroom too', async () => {
  const [ours, theirs] = [await aNewsroom(), await aNewsroom()]
  const [ada, nora] = [await ours.member('admin'), await ours.member('checker')]
  const zoe = await theirs.member('admin')
  const { userId } = nora
  await expect(resetSecondFactor(ada, { userId })).rejects.toMatchObject({ reason: 'conflict' })
  await aSecondFactor(nora)
  await resetSecondFactor(ada, { userId })
  expect(await logIn({ email: nora.email, password: TEST_PASSWORD })).not.toBeNull()

  await aSecondFactor(nora)
  await lockChain(zoe)
  await insertMembership({ userId, newsroomId: zoe.newsroomId }, 'writer')
  await expect(resetSecondFactor(ada, { userId })).rejects.toMatchObject({ reason: 'not-allowed' })
  await expect(resetSecondFactor(ada, { userId: zoe.userId })).rejects.toMatchObject({
    reason: 'not-found',
  })
})
