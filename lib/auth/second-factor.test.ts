import { expect, test as plainTest } from 'vitest'
import { db } from '@/lib/db/client'
import { hashRecoveryCode } from '@/lib/domain/accounts/recovery-codes'
import { test } from '@/lib/testing/database/rollback'
import { aNewsroom, TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { aSecondFactor } from '@/lib/testing/fixtures/second-factor'
import { logIn } from './log-in'

test('the right password alone opens nothing, and a code opens once', async () => {
  const { nora, shown, enter } = await aNora()
  await expect(enter('')).rejects.toThrow('code-needed')
  await expect(enter('000 000')).rejects.toThrow(/^code-(wrong|clock.*)$/)
  const code = shown()
  expect(await enter(`${code.slice(0, 3)} ${code.slice(3)}`)).toMatchObject({ id: nora.userId })
  await expect(enter(code)).rejects.toThrow('code-used')
  await expect(enter(shown(-30))).rejects.toThrow('code-used')
})

test('a wrong password asks for no code', async () => {
  const { nora, shown } = await aNora()
  expect(await logIn({ email: nora.email, password: 'wrong', code: shown() })).toBeNull()
})

test('a clock that is ten minutes off is told, and a code of a time to come is no use then', async () => {
  const { nora, shown, enter } = await aNora()
  await expect(enter(shown(-600))).rejects.toThrow('code-clock-10')
  await expect(enter(shown(60))).rejects.toThrow('code-clock1')
  const later = await db().secondFactor.findUniqueOrThrow({
    where: { userId: nora.userId },
  })
  expect(later.toldSteps).toHaveLength(1)
})

test('a recovery code opens once', async () => {
  const { nora, enter } = await aNora()
  const code = 'abcd-efgh-jkmn-pqrs'
  await db().recoveryCode.create({
    data: { userId: nora.userId, codeHash: hashRecoveryCode(code) },
  })
  await expect(enter('abcd-efgh-jkmn-pqrt')).rejects.toThrow('code-wrong')
  expect(await enter('ABCD EFGH JKMN PQRS')).toMatchObject({ id: nora.userId })
  await expect(enter(code)).rejects.toThrow('code-wrong')
})

test('after ten wrong codes even the right one rests, however often the password is right between them', async () => {
  const { nora, enter, shown } = await aNora()
  for (let n = 0; n < 10; n++) {
    await expect(enter('')).rejects.toThrow('code-needed')
    await expect(enter('zzzzzz')).rejects.toThrow('code-wrong')
  }
  expect(await enter(shown())).toBeNull()
  expect(await db().loginFailure.count({ where: { key: `account:${nora.email}` } })).toBe(10)
})

test('a secret that was sealed for somebody else, or with another key, opens nothing and is told', async () => {
  const { nora, enter, shown } = await aNora()
  await db().secondFactor.update({
    where: { userId: nora.userId },
    data: { sealedSecret: 'x'.repeat(80) },
  })
  await expect(enter(shown())).rejects.toThrow('code-unreadable')
})

plainTest('of eight who send one code at once, one comes in', async () => {
  const { enter, shown } = await aNora()
  const code = shown()
  const tries = Array.from({ length: 8 }, () => enter(code).catch(() => null))
  expect((await Promise.all(tries)).filter((found) => found !== null)).toHaveLength(1)
})

async function aNora() {
  const nora = await (await aNewsroom()).member('checker')
  const shown = await aSecondFactor(nora)
  const enter = (code: string) => logIn({ email: nora.email, password: TEST_PASSWORD, code })
  return { nora, shown, enter }
}
