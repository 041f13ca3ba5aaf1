import { beforeEach, expect, vi } from 'vitest'
import { logIn } from '@/lib/auth/log-in'
import { findPasswordLink } from '@/lib/auth/open-links'
import { db } from '@/lib/db/client'
import { FORGOTTEN_TASK } from '@/lib/db/jobs/queue'
import { insertMembership } from '@/lib/db/newsroom/onboarding'
import { linkSecretOf } from '@/lib/keys/link-secrets'
import { test } from '@/lib/testing/database/rollback'
import { again, aNewsroom } from '@/lib/testing/fixtures/newsroom'
import { invite, makePasswordLink, removeMember } from '../newsroom/members'
import { choosePassword } from '../newsroom/onboarding'
import { askPasswordLink, mailPasswordLink } from './forgotten-password'

const NEXT = 'a password for tomorrow'

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 'only for the tests of links that go by mail')
  vi.stubEnv('STET_SMTP_URL', 'smtp://127.0.0.1:9')
  vi.stubEnv('STET_MAIL_FROM', 'desk@example.org')
  return () => vi.unstubAllEnvs()
})

test('for every address the same is done and answered, whoever has an account', async () => {
  const { tom } = await aDesk()
  for (const email of [tom.email, 'nobody@example.org']) {
    expect(await askPasswordLink({ email: ` ${email.toUpperCase()}` })).toBeUndefined()
    expect(await waiting(email)).toBe(1)
  }
  expect(await db().passwordLink.count({ where: { userId: tom.userId } })).toBe(0)
})

test('links are asked for three times in a quarter of an hour, with any address', async () => {
  const { tom } = await aDesk()
  for (const email of [tom.email, 'nobody@example.org']) {
    for (let time = 0; time < 3; time++) await askPasswordLink({ email })
    await expect(askPasswordLink({ email })).rejects.toMatchObject({
      ...{ reason: 'not-allowed', message: expect.stringContaining('a quarter of an hour') },
    })
    expect(await waiting(email)).toBe(1)
  }
})

test('a network asks for fifty at most, whatever it types', async () => {
  const network = '192.0.2.77'
  for (let n = 0; n < 50; n++) await askPasswordLink({ email: `a${n}@example.org` }, network)
  const more = askPasswordLink({ email: 'b@example.org' }, network)
  await expect(more).rejects.toMatchObject({ reason: 'not-allowed' })
  await expect(askPasswordLink({ email: 'b' }, network)).rejects.toMatchObject({
    fields: { email: 'This is not an email address.' },
  })
})

test('where no mail is set up nobody is told that one is on its way', async () => {
  vi.stubEnv('STET_SMTP_URL', '')
  const asked = askPasswordLink({ email: 'tom@example.org' })
  await expect(asked).rejects.toThrow('Ask an admin of your newsroom')
})

test('the link opens for its person alone, once, and closes every other of theirs', async () => {
  const { admin, tom } = await aDesk()
  const { secret: byHand } = (await makePasswordLink(admin, { userId: tom.userId })) as Linked
  await mailPasswordLink({ email: tom.email })
  await mailPasswordLink({ email: tom.email })
  const [first, second = ''] = await secretsFor(tom.email)
  expect(await findPasswordLink(first)).toMatchObject({ email: tom.email, byMail: true })
  // Whoever types an address makes no link of its owner useless.
  expect(await findPasswordLink(byHand)).not.toBeNull()

  await choosePassword({ token: first, password: NEXT, again: NEXT })
  expect(await logIn({ email: tom.email, password: NEXT })).toMatchObject({ id: tom.userId })
  expect(await again(tom)).toBeNull()
  for (const token of [first, second, byHand]) expect(await findPasswordLink(token)).toBeNull()
  const events = await db().auditEvent.findMany({
    where: { newsroomId: tom.newsroomId, data: { path: ['byMail'], equals: true } },
    orderBy: { seq: 'asc' },
  })
  expect(events.map(({ type, actorId }) => [type, actorId])).toEqual([
    ['password-link.made', tom.userId],
    ['password-link.made', tom.userId],
    ['account.password-set-by-link', tom.userId],
  ])
})

test('it works for two hours, and its secret is stored nowhere', async () => {
  const { tom } = await aDesk()
  await mailPasswordLink({ email: tom.email })
  const [secret] = await secretsFor(tom.email)
  const link = await db().passwordLink.findFirstOrThrow({ where: { userId: tom.userId } })
  expect(link.expiresAt.getTime() - Date.now()).toBeLessThanOrEqual(2 * 3600_000)
  const jobs = await db().job.findMany({ where: { newsroomId: tom.newsroomId } })
  const events = await db().auditEvent.findMany({ where: { newsroomId: tom.newsroomId } })
  expect(jobs).toHaveLength(1)
  expect(JSON.stringify([link, jobs, events])).not.toContain(secret)
  vi.stubEnv('NEXTAUTH_SECRET', 'the secret of another installation, as a thief of rows has')
  expect(await findPasswordLink((await secretsFor(tom.email))[0])).toBeNull()
})

test('who is in several newsrooms gets one that opens, and who is in none any more gets none', async () => {
  const { admin, tom } = await aDesk()
  const other = await (await aNewsroom()).member('admin')
  await db().$executeRaw`SELECT set_config('stet.newsroom', ${other.newsroomId}, true)`
  await insertMembership({ userId: tom.userId, newsroomId: other.newsroomId }, 'writer')
  await db().$executeRaw`SELECT set_config('stet.newsroom', ${admin.newsroomId}, true)`
  await mailPasswordLink({ email: tom.email })
  const [secret] = await secretsFor(tom.email)
  expect(await findPasswordLink(secret)).toMatchObject({ newsroom: 'The Desk' })

  await removeMember(admin, { userId: tom.userId })
  expect(await findPasswordLink(secret)).toBeNull()
  const gone = await (await aNewsroom()).member('writer')
  await db().membership.updateMany({
    where: { userId: gone.userId },
    data: { removedAt: new Date() },
  })
  await mailPasswordLink({ email: gone.email })
  await mailPasswordLink({ email: 'nobody@example.org' })
  expect(await db().passwordLink.count({ where: { userId: gone.userId } })).toBe(0)
})

test('an invitation goes by mail where mail is set up, by the link that its admin sees', async () => {
  const { admin } = await aDesk()
  const invited = { email: 'ines@example.org', role: 'editor' }
  const mailed = (await invite(admin, invited)) as Linked
  expect(mailed.isMailed).toBe(true)
  expect(await secretsFor(invited.email)).toEqual([mailed.secret])
  vi.stubEnv('STET_SMTP_URL', '')
  expect(await invite(admin, invited)).toMatchObject({ isMailed: false })
  expect(await secretsFor(invited.email)).toHaveLength(1)
})

interface Linked {
  secret: string
  isMailed?: boolean
}

/** The secrets that the job process would put into mails for this address. */
async function secretsFor(email: string): Promise<[string, ...string[]]> {
  const jobs = await db().job.findMany({
    where: { kind: 'send_mail', input: { path: ['about'], string_ends_with: ` ${email}` } },
    orderBy: { id: 'asc' },
  })
  const [first = '', ...others] = jobs.map(({ input }) => linkSecretOf(Object(input).seed))
  return [first, ...others]
}

async function waiting(email: string): Promise<number> {
  const rows = await db().$queryRaw<unknown[]>`
    SELECT 1 FROM graphile_worker.jobs
    WHERE task_identifier = ${FORGOTTEN_TASK} AND key = ${`forgotten ${email}`}`
  return rows.length
}

async function aDesk() {
  const newsroom = await aNewsroom()
  return { admin: await newsroom.member('admin'), tom: await newsroom.member('writer', 'Tom') }
}
