import { beforeAll, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { findInvitation } from '@/lib/auth/open-links'
import { askPasswordLink } from '@/lib/commands/accounts/forgotten-password'
import { retryJob } from '@/lib/commands/jobs/jobs'
import { invite, withdrawInvitation } from '@/lib/commands/newsroom/members'
import { db } from '@/lib/db/client'
import { findJob, listJobs } from '@/lib/db/jobs/jobs'
import { updateJobHandedOver, updateJobRunning, updateJobsLeftRunning } from '@/lib/db/jobs/queue'
import { listOpenInvitations } from '@/lib/db/newsroom/invitations'
import type { Actor } from '@/lib/domain/policy'
import { isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import {
  goesAlongUntil,
  startMailServer,
  startOddMailServer,
} from '@/lib/testing/outside/mail-server'
import { runJob } from '../run-job'
import { startWork } from '../work'

beforeAll(isolatedDatabase)

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 'only for the tests of mail that is sent')
  vi.stubEnv('NEXTAUTH_URL', 'https://stet.example.org')
  vi.stubEnv('STET_MAIL_FROM', 'Stet <desk@example.org>')
  vi.stubEnv('STET_SMTP_URL', 'smtp://127.0.0.1:9')
  return () => vi.unstubAllEnvs()
})

test('an invitation arrives with the link that opens it, and admins see that it was sent', async () => {
  const mails = await aServer()
  const { ada, jobId, secret } = await anInvitation()
  await run(jobId)
  expect(await findJob(ada, jobId)).toMatchObject({
    ...{ state: 'done', input: { about: 'Invitation for ines@example.org' } },
    output: { to: 'ines@example.org' },
  })
  expect(mails.map(({ to }) => to)).toEqual([['ines@example.org']])
  const text = mails[0]?.read.text ?? ''
  expect(text).toContain(`https://stet.example.org/invitation/${secret}\n`)
  expect(await findInvitation(secret)).toMatchObject({ email: 'ines@example.org' })
  expect(JSON.stringify(await db().job.findMany())).not.toContain(secret)
})

test('whoever forgot their password gets the link, and an address that nobody has gets nothing', async () => {
  const mails = await aServer()
  const newsroom = await aNewsroom()
  const [ada, tom] = [await newsroom.member('admin'), await newsroom.member('writer', 'Tom')]
  await askPasswordLink({ email: 'nobody@example.org' })
  await askPasswordLink({ email: tom.email })
  const work = await startWork(process.env.DATABASE_URL ?? '')
  onTestFinished(work.stop)
  await expect.poll(() => mails.length, { timeout: 10_000 }).toBe(1)
  expect(mails[0]).toMatchObject({ to: [tom.email] })
  expect(mails[0]?.read.text).toMatch(/^https:\/\/stet\.example\.org\/new-password\/[\w-]{32}$/m)
  const asked = () => db().$queryRaw`SELECT 1 FROM graphile_worker.jobs`
  await expect.poll(asked, { timeout: 10_000 }).toEqual([])
  expect((await listJobs(ada, { kind: 'send_mail' })).jobs).toMatchObject([
    { state: 'done', input: { about: `New password for ${tom.email}` } },
  ])
})

test('a server that is away is asked again, and one that refuses for good is quoted', async () => {
  const { ada, jobId } = await anInvitation()
  await run(jobId)
  expect(await findJob(ada, jobId)).toMatchObject({
    ...{ state: 'waiting', output: null },
    says: 'The mail server cannot be reached, or does not answer. It is tried again soon.',
  })
  await odd(goesAlongUntil('.', (socket) => socket.write('554 No\r\n')))
  await run(jobId)
  expect(await findJob(ada, jobId)).toMatchObject({
    ...{ state: 'failed', output: null },
    says: 'The mail server did not take it: “554 No”.',
  })
})

test('what may have been sent is not sent again, until somebody says so', async () => {
  await odd(goesAlongUntil('.', (socket) => socket.destroy()))
  const { ada, jobId } = await anInvitation()
  await run(jobId)
  expect(await findJob(ada, jobId)).toMatchObject({
    ...{ state: 'failed', attempts: 1 },
    says: expect.stringContaining('may or may not have been sent. Ask them'),
  })
  const mails = await aServer()
  await retryJob(ada, { jobId })
  await run(jobId)
  expect(await findJob(ada, jobId)).toMatchObject({ state: 'done' })
  expect(mails).toHaveLength(1)
})

test('a process that died while it was sending does not send again', async () => {
  const mails = await aServer()
  const { ada, jobId } = await anInvitation()
  await updateJobRunning(jobId)
  await updateJobHandedOver(jobId, true)
  await updateJobsLeftRunning()
  await run(jobId)
  expect(await findJob(ada, jobId)).toMatchObject({
    ...{ state: 'failed', says: expect.stringContaining('It was interrupted while') },
  })
  expect(mails).toEqual([])
})

test('a link that is closed is not sent', async () => {
  const mails = await aServer()
  const { ada, jobId } = await anInvitation()
  for (const { id } of await listOpenInvitations(ada)) {
    await withdrawInvitation(ada, { invitationId: id })
  }
  await run(jobId)
  expect(await findJob(ada, jobId)).toMatchObject({
    ...{ state: 'failed', says: expect.stringContaining('so it was not sent') },
  })
  expect(mails).toEqual([])
})

async function aServer() {
  const { url, mails, stop } = await startMailServer()
  onTestFinished(stop)
  vi.stubEnv('STET_SMTP_URL', url)
  return mails
}

async function odd(answer: Parameters<typeof startOddMailServer>[0]) {
  const { url, stop } = await startOddMailServer(answer)
  onTestFinished(stop)
  vi.stubEnv('STET_SMTP_URL', url)
}

async function anInvitation(): Promise<{ ada: Actor; jobId: string; secret: string }> {
  const ada = await (await aNewsroom()).member('admin', 'Ada')
  const invited = await invite(ada, { email: 'ines@example.org', role: 'editor' })
  const [job] = (await listJobs(ada, { kind: 'send_mail' })).jobs
  return { ada, jobId: job?.id ?? '', secret: Object(invited).secret }
}

const run = (id: string) => runJob(id, { stopping: new AbortController().signal, every: 20 })
