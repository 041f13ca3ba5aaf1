import { AsyncResource } from 'node:async_hooks'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { logIn } from '@/lib/auth/log-in'
import { actorOf } from '@/lib/auth/look-up-actor'
import { findChainHead, listAuditEntries, lockChain } from '@/lib/db/audit/log'
import { db, transaction } from '@/lib/db/client'
import { insertInvitation, updateInvitationsWithdrawn } from '@/lib/db/newsroom/invitations'
import { checkChain } from '@/lib/domain/audit/hash-chain'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/vocabulary'
import { offerSetupCode } from '@/lib/server/launch/setup-code'
import { isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { again, aNewsroom, TEST_PASSWORD } from '@/lib/testing/fixtures/newsroom'
import { hashSecret } from '../accounts/link-secrets'
import { invite, removeMember, withdrawInvitation } from './members'
import { acceptInvitation, foundNewsroom } from './onboarding'

const FOUNDER = { newsroom: 'The Desk', name: 'Ada', email: 'ada@example.org' }
const founding = { ...FOUNDER, password: TEST_PASSWORD }

/** Runs something as another request would: outside the transaction that is open here. */
const elsewhere = new AsyncResource('elsewhere')
const outside = <T>(work: () => T): T => elsewhere.runInAsyncScope(work)

beforeAll(isolatedDatabase)

describe('the first newsroom', () => {
  test('is not founded without a code, or with a wrong one', async () => {
    await expect(foundNewsroom({ ...founding, code: '' })).rejects.toMatchObject({
      fields: { code: expect.any(String) },
    })
    await offerSetupCode(process.env.DATABASE_URL ?? '')
    for (const code of ['', 'AAAA-AAAA-AAAA-AAAA', '\0']) {
      await expect(foundNewsroom({ ...founding, code })).rejects.toMatchObject({
        fields: { code: expect.any(String) },
      })
    }
    expect(await db().newsroom.count()).toBe(0)
  })

  test('costs a stranger’s server no password, neither with a wrong code nor once it is there', async () => {
    const tries = async () => {
      const began = process.cpuUsage()
      for (let n = 0; n < 20; n++) {
        await expect(foundNewsroom({ ...founding, code: 'AAAA' })).rejects.toThrow()
      }
      return process.cpuUsage(began).user / 1_000
    }
    expect(await tries()).toBeLessThan(500)
  })

  test('is founded once, even by ten who hold the code, and then the code is gone', async () => {
    const code = (await offerSetupCode(process.env.DATABASE_URL ?? '')) ?? ''
    const founders = await Promise.allSettled(
      Array.from({ length: 10 }, (_, n) =>
        foundNewsroom({
          ...founding,
          email: `ada${n}@example.org`,
          code: ` ${code.toLowerCase()} `,
        }),
      ),
    )
    expect(founders.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await db().newsroom.count()).toBe(1)
    expect(await db().user.count()).toBe(1)
    expect(await db().setupCode.count()).toBe(0)
    await expect(foundNewsroom({ ...founding, code })).rejects.toMatchObject({ reason: 'conflict' })
    // That it is over is said before anything else of the form is looked at.
    await expect(foundNewsroom({})).rejects.toMatchObject({ reason: 'conflict' })
  })

  test('begins its log with who founded it', async () => {
    const { email } = await db().user.findFirstOrThrow()
    const login = await logIn({ email, password: TEST_PASSWORD })
    const admin = await actorOf(login?.sessionId ?? '', 'the-desk')
    if (!admin) throw new Error('nobody founded the newsroom')

    expect(admin).toMatchObject({ role: 'admin', newsroomName: 'The Desk', selfCheck: false })
    const entries = await listAuditEntries(admin)
    expect(entries.map(({ type }) => type)).toEqual(['newsroom.founded', 'member.joined'])
    expect(checkChain(entries, await findChainHead(admin))).toMatchObject({ whole: true })
  })
})

describe('an invitation', () => {
  let admin: Actor

  beforeEach(async () => {
    admin = await (await aNewsroom()).member('admin')
  })

  test('makes an account and a membership with the role that was offered', async () => {
    const { email, token } = await anInvitation('checker')
    expect(await accept({ token })).toEqual({ slug: admin.newsroomSlug, email })
    const login = await logIn({ email, password: TEST_PASSWORD })
    expect(await actorOf(login?.sessionId ?? '', admin.newsroomSlug)).toMatchObject({
      name: 'Tom',
      role: 'checker',
    })
  })

  test('works once', async () => {
    const { token } = await anInvitation()
    await accept({ token })
    await expect(accept({ token })).rejects.toMatchObject({ reason: 'not-found' })
    expect(await membersJoined()).toBe(1)
  })

  test('works once for two people who open it at the same moment', async () => {
    const { token } = await anInvitation()
    const attempts = await Promise.allSettled(
      ['Tom', 'Tim', 'Tam', 'Tum'].map((name) => accept({ token, name })),
    )
    const refused = attempts.filter((attempt) => attempt.status === 'rejected')
    expect(refused).toHaveLength(3)
    for (const { reason } of refused) expect(reason).toMatchObject({ reason: 'not-found' })
    expect(await membersJoined()).toBe(1)
  })

  test('that is withdrawn at the very moment of joining is withdrawn, and nobody is stuck', async () => {
    const { token, id } = await anInvitation()
    let joining: Promise<unknown> = Promise.resolve()
    await transaction(async () => {
      await lockChain(admin)
      joining = outside(() => accept({ token })).catch((error: unknown) => error)
      await new Promise((resolve) => setTimeout(resolve, 1_500))
      await updateInvitationsWithdrawn(admin, { id })
    })

    expect(await joining).toMatchObject({ reason: 'not-found' })
    expect(await membersJoined()).toBe(0)
  })

  test('is useless once it is withdrawn, replaced or a week old', async () => {
    const { token, id, email } = await anInvitation()
    await withdrawInvitation(admin, { invitationId: id })
    await expect(accept({ token })).rejects.toMatchObject({ reason: 'not-found' })

    const first = await invite(admin, { email, role: 'writer' })
    const second = await invite(admin, { email, role: 'checker' })
    await expect(accept({ token: first.secret })).rejects.toMatchObject({ reason: 'not-found' })

    const week = new Date(Date.now() - 1_000)
    await db().invitation.updateMany({ where: { email }, data: { expiresAt: week } })
    await expect(accept({ token: second.secret })).rejects.toMatchObject({ reason: 'not-found' })
  })

  test('with a made-up secret opens nothing', async () => {
    for (const token of ['', 'a', '\0', hashSecret('a')]) {
      await expect(accept({ token })).rejects.toMatchObject({ reason: 'not-found' })
    }
  })

  test('asks for a name and a good password, and stays open when they are missing', async () => {
    const { token } = await anInvitation()
    await expect(accept({ token, name: ' ' })).rejects.toMatchObject({
      fields: { name: expect.any(String) },
    })
    await expect(accept({ token, password: 'short' })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    })
    await accept({ token })
  })

  test('lets somebody with an account back in with their own password only', async () => {
    const newsroom = await aNewsroom()
    const boss = await newsroom.member('admin')
    const tom = await newsroom.member('checker', 'Tom')
    await removeMember(boss, { userId: tom.userId })
    const { secret: token } = await invite(boss, { email: tom.email, role: 'writer' })

    await expect(accept({ token, password: 'not his password' })).rejects.toMatchObject({
      fields: { password: expect.any(String) },
    })
    await accept({ token })
    expect(await again(tom)).toBeNull()
    const login = await logIn({ email: tom.email, password: TEST_PASSWORD })
    expect(await actorOf(login?.sessionId ?? '', newsroom.slug)).toMatchObject({
      userId: tom.userId,
      role: 'writer',
    })
  })

  async function anInvitation(role: Role = 'writer') {
    const email = `${crypto.randomUUID()}@example.org`
    const token = crypto.randomUUID()
    const expiresAt = new Date(Date.now() + 60_000)
    await insertInvitation(admin, { email, role, tokenHash: hashSecret(token), expiresAt })
    const { id } = await db().invitation.findFirstOrThrow({ where: { email } })
    return { email, token, id }
  }

  function membersJoined(): Promise<number> {
    const { newsroomId } = admin
    return db().auditEvent.count({ where: { newsroomId, type: 'member.joined' } })
  }
})

function accept(form: { token: string; name?: string; password?: string }) {
  return acceptInvitation({ name: 'Tom', password: TEST_PASSWORD, ...form })
}
