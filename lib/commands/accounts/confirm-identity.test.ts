import { expect } from 'vitest'
import { db } from '@/lib/db/client'
import type { Actor } from '@/lib/domain/policy'
import { test } from '@/lib/testing/database/rollback'
import { again, aNewsroom, TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { aSecondFactor } from '@/lib/testing/fixtures/second-factor'
import { makePasswordLink, removeMember, setRole } from '../newsroom/members'
import { confirmIdentity } from './confirm-identity'
import { allowOpenId } from './open-id'
import { requireSecondFactor, resetSecondFactor } from './second-factor'

/** The same person eleven minutes after they last showed who they are. */
async function later(actor: Actor): Promise<Actor> {
  const confirmedAt = new Date(Date.now() - 11 * 60_000)
  await db().session.update({ where: { id: actor.sessionId }, data: { confirmedAt } })
  return found(await again(actor))
}

test('what is risky asks after ten minutes who it is, and changes nothing before', async () => {
  const newsroom = await aNewsroom()
  const nora = await newsroom.member('checker')
  await aSecondFactor(nora)
  const fresh = await newsroom.member('admin')
  const ada = await later(fresh)
  const { userId } = nora
  const before = await db().auditEvent.count({ where: { newsroomId: ada.newsroomId } })
  for (const act of [
    () => setRole(ada, { userId, role: 'editor' }),
    () => removeMember(ada, { userId }),
    () => resetSecondFactor(ada, { userId }),
    () => makePasswordLink(ada, { userId }),
    () => allowOpenId(ada, { allowed: 'yes' }),
    () => requireSecondFactor(ada, { required: 'yes' }),
  ]) {
    await expect(act()).rejects.toMatchObject({ reason: 'unconfirmed' })
  }
  expect(await db().auditEvent.count({ where: { newsroomId: ada.newsroomId } })).toBe(before)

  await confirmIdentity(ada, { current: TEST_PASSWORD })
  await setRole(found(await again(ada)), { userId, role: 'editor' })
})

test('whoever may not do it is not asked who they are', async () => {
  const newsroom = await aNewsroom()
  const [nora, bo] = [await newsroom.member('checker'), await newsroom.member('writer')]
  await expect(removeMember(await later(nora), { userId: bo.userId })).rejects.toMatchObject({
    reason: 'not-allowed',
  })
})

test('one log-in that is confirmed confirms no other', async () => {
  const newsroom = await aNewsroom()
  const ada = await later(await newsroom.member('admin'))
  const { sessionId } = ada
  const other = await db().session.create({
    data: { userId: ada.userId, expiresAt: new Date(Date.now() + 1e6), confirmedAt: new Date(0) },
  })
  await confirmIdentity({ ...ada, sessionId }, { current: TEST_PASSWORD })
  expect(found(await again({ ...ada, sessionId: other.id })).confirmedAt).toEqual(new Date(0))
})

test('a code of the second factor confirms too, once; wrong passwords and codes rest together', async () => {
  const ada = await (await aNewsroom()).member('admin')
  await expect(confirmIdentity(ada, { code: '123456' })).rejects.toMatchObject({
    fields: { code: 'You have no second factor. Use your password.' },
  })
  const shown = await aSecondFactor(ada)
  const code = shown()
  await confirmIdentity(await later(ada), { code })
  await expect(confirmIdentity(ada, { code })).rejects.toMatchObject({
    fields: { code: expect.stringContaining('used already') },
  })
  await expect(confirmIdentity(ada, {})).rejects.toMatchObject({
    fields: { current: 'Fill in your present password.' },
  })
  await expect(confirmIdentity(ada, { code: ' ' })).rejects.toMatchObject({
    fields: { code: 'Type the code that the app shows.' },
  })
  for (let n = 0; n < 5; n++) {
    await expect(confirmIdentity(ada, { code: '000' })).rejects.toThrow('opens nothing')
    await confirmIdentity(ada, { current: 'guessed' }).catch(() => undefined)
  }
  await expect(confirmIdentity(ada, { current: TEST_PASSWORD })).rejects.toThrow('Too many')
})

function found<T>(value: T | null): T {
  if (value === null) throw new Error('nobody')
  return value
}
