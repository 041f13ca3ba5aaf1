import { beforeAll, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { answerQuery, askQuery } from '@/lib/commands/discussion/queries'
import { retryJob } from '@/lib/commands/jobs/jobs'
import { chooseMail } from '@/lib/commands/newsroom/choose-mail'
import { removeMember } from '@/lib/commands/newsroom/members'
import { db } from '@/lib/db/client'
import { type Job, listJobs } from '@/lib/db/jobs/jobs'
import { updateJobHandedOver, updateJobRunning, updateJobsLeftRunning } from '@/lib/db/jobs/queue'
import { updateReadLines } from '@/lib/db/waiting/read-lines'
import type { Actor } from '@/lib/domain/policy'
import { isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import {
  goesAlongUntil,
  startMailServer,
  startOddMailServer,
} from '@/lib/testing/outside/mail-server'
import { runJob } from './run-job'
import { tellWaiting } from './tell-waiting'

beforeAll(isolatedDatabase)

beforeEach(() => {
  vi.stubEnv('NEXTAUTH_SECRET', 'only for the tests of mail that is sent')
  vi.stubEnv('NEXTAUTH_URL', 'https://stet.example.org')
  vi.stubEnv('STET_MAIL_FROM', 'Stet <desk@example.org>')
  vi.stubEnv('STET_SMTP_URL', 'smtp://127.0.0.1:9')
  return () => vi.unstubAllEnvs()
})

const EARLY = new Date('2026-12-01T05:00:00Z')
const LATER = new Date('2026-12-01T09:00:00Z')

test('what blocks comes at once, once, with a link and no word of the article', async () => {
  const mails = await aServer()
  const { ada, tom, ask } = await aDesk()
  await ask({ blocking: true, question: 'Who told the Kremlin?' })
  await tellWaiting(EARLY)
  await tellWaiting(EARLY)
  await tellWaiting(LATER)
  await sendAll(ada)

  const theirs = mails.filter(({ to }) => to.includes(tom.email))
  expect(theirs).toHaveLength(1)
  const [mail] = theirs
  expect(mail?.read.subject).toBe('Answer 1 query · The Desk')
  const text = mail?.read.text ?? ''
  expect(text).toContain(`\nhttps://stet.example.org/${tom.newsroomSlug}?only=answer\n`)
  const choices = `https://stet.example.org/${tom.newsroomSlug}/account#mail`
  expect(text).toContain(choices)
  expect(mail?.raw.replace(/\r\n /g, ' ')).toContain(`List-Unsubscribe: <${choices}>`)
  expect(mail?.raw).not.toMatch(/bridge|Kremlin|Istanbul/i)
})

test('the rest comes with the digest at its hour, in one mail, and is not told again the next day', async () => {
  const mails = await aServer()
  const { ada, tom, ask } = await aDesk()
  await ask({ blocking: false })
  await ask({ blocking: false })
  await tellWaiting(EARLY)
  await sendAll(ada)
  expect(mails.filter(({ to }) => to.includes(tom.email))).toEqual([])
  await tellWaiting(LATER)
  await sendAll(ada)
  const theirs = () => mails.filter(({ to }) => to.includes(tom.email))
  expect(theirs().map(({ read }) => read.subject)).toEqual(['What waits for you at The Desk'])
  expect(theirs()[0]?.read.text).toContain('- Answer 2 queries')
  await tellWaiting(new Date('2026-12-02T09:00:00Z'))
  await sendAll(ada)
  expect(theirs()).toHaveLength(1)
})

describe('a mail is not asked for', () => {
  test('by whoever wants none', async () => {
    const { ada, tom, ask } = await aDesk()
    const never = { blocks: 'never', asked: 'never', work: 'never', digestHour: '8' }
    await chooseMail(tom, never)
    await ask({ blocking: true })
    await tellWaiting(LATER)
    expect(await toTom(ada, tom)).toEqual([])
  })

  test('of what somebody has read on the first page', async () => {
    const { ada, tom, ask } = await aDesk()
    const { queryId } = await ask({ blocking: true })
    const key = `answer:${queryId}`
    const said = await db().queryEntry.findFirst({ where: { queryId } })
    const read = { [key]: [said?.id ?? 'asked'] }
    await updateReadLines(tom, { read, unread: [], waiting: [key] })
    await tellWaiting(LATER)
    expect(await toTom(ada, tom)).toEqual([])
  })

  test('where no mail is set up, and then nothing counts as told', async () => {
    vi.stubEnv('STET_SMTP_URL', '')
    const { ada, tom, ask } = await aDesk()
    await ask({ blocking: true })
    await tellWaiting(LATER)
    expect(await toTom(ada, tom)).toEqual([])
    vi.stubEnv('STET_SMTP_URL', 'smtp://127.0.0.1:9')
    await tellWaiting(LATER)
    expect(await toTom(ada, tom)).toHaveLength(1)
  })
})

describe('a mail that was asked for', () => {
  test('is not sent where nothing of it waits any more', async () => {
    const mails = await aServer()
    const { ada, tom, ask } = await aDesk()
    const { queryId } = await ask({ blocking: true })
    await tellWaiting(EARLY)
    await answerQuery(tom, { queryId, text: 'The embassy.', writersWord: '' })
    await sendAll(ada)
    expect(await toTom(ada, tom)).toMatchObject([{ state: 'done' }])
    expect(mails.filter(({ to }) => to.includes(tom.email))).toEqual([])
  })

  test('is not sent to somebody who is gone, and an admin sees why', async () => {
    const mails = await aServer()
    const { ada, tom, ask } = await aDesk()
    await ask({ blocking: true })
    await tellWaiting(EARLY)
    await removeMember(ada, { userId: tom.userId })
    await sendAll(ada)
    const [job] = await toTom(ada, tom)
    expect(job).toMatchObject({ state: 'failed', says: expect.stringMatching(/newsroom/) })
    expect(mails.filter(({ to }) => to.includes(tom.email))).toEqual([])
  })

  test('is sent again after a kill, with the same name, rather than lost', async () => {
    const mails = await aServer()
    const { ada, tom, ask } = await aDesk()
    await ask({ blocking: true })
    await tellWaiting(EARLY)
    const [job] = await toTom(ada, tom)
    await updateJobRunning(job?.id ?? '')
    await updateJobHandedOver(job?.id ?? '', true)
    await updateJobsLeftRunning()
    await sendAll(ada)
    const [mail] = mails.filter(({ to }) => to.includes(tom.email))
    expect(mail?.read.messageId).toBe(`<${job?.id}@example.org>`)
  })

  test.each([
    ['hangs after the words', goesAlongUntil('.', (socket) => socket.destroy())],
    ['refuses for now', goesAlongUntil('RCPT', (socket) => socket.write('451 Later\r\n'))],
  ])('by a server that %s, is tried again later and later for a day', async (_, answer) => {
    const { url, stop } = await startOddMailServer(answer)
    onTestFinished(stop)
    vi.stubEnv('STET_SMTP_URL', url)
    const { ada, tom, ask } = await aDesk()
    await ask({ blocking: true })
    await tellWaiting(EARLY)
    const [job] = await toTom(ada, tom)
    const told: string[] = []
    for (let attempt = 1; attempt <= 8; attempt++) {
      await run(job?.id ?? '')
      const [now] = await toTom(ada, tom)
      told.push(`${now?.state} ${now?.says.match(/tried again (.*)\.$/)?.[1] ?? ''}`.trim())
    }
    expect(told).toEqual([
      ...['waiting soon', 'waiting soon', 'waiting in 5 minutes', 'waiting in 30 minutes'],
      ...['waiting in 2 hours', 'waiting in 5 hours', 'waiting in 10 hours', 'failed'],
    ])
  })

  test('that did not get through is made good by the next digest, and by an admin at once', async () => {
    const { url, stop } = await startOddMailServer(
      goesAlongUntil('RCPT', (socket) => socket.write('550 Nobody\r\n')),
    )
    vi.stubEnv('STET_SMTP_URL', url)
    const { ada, tom, ask } = await aDesk()
    await chooseMail(tom, { blocks: 'at_once', asked: 'at_once', work: 'digest', digestHour: '8' })
    await ask({ blocking: false })
    await tellWaiting(EARLY)
    await sendAll(ada)
    await tellWaiting(EARLY)
    expect((await toTom(ada, tom)).map(({ state }) => state)).toEqual(['failed'])
    stop()
    const mails = await aServer()
    await tellWaiting(LATER)
    const [newest, failed] = await toTom(ada, tom)
    await retryJob(ada, { jobId: failed?.id })
    await run(newest?.id ?? '')
    await run(failed?.id ?? '')
    const theirs = mails.filter(({ to }) => to.includes(tom.email))
    expect(theirs.map(({ read }) => read.subject)).toEqual([
      ...['Answer 1 query · The Desk', 'Answer 1 query · The Desk'],
    ])
  })
})

async function aServer() {
  const { url, mails, stop } = await startMailServer()
  onTestFinished(stop)
  vi.stubEnv('STET_SMTP_URL', url)
  return mails
}

/** Ada leads an article of Tom’s, and can ask him. */
async function aDesk() {
  const newsroom = await aNewsroom()
  const ada = await newsroom.member('admin', 'Ada')
  const tom = await newsroom.member('writer', 'Tom')
  const article = await newsroom.article({ by: ada, editor: ada, writers: [tom] })
  // The first digest comes on the day after somebody joined.
  await db().membership.updateMany({
    where: { newsroomId: ada.newsroomId },
    data: { createdAt: new Date('2026-11-20T09:00:00Z') },
  })
  let asked = 0
  const ask = async (query: { blocking: boolean; question?: string }) => {
    const place = { start: 4 * asked, end: 4 * ++asked }
    const made = await askQuery(ada, {
      ...{ articleId: article.articleId, revision: 1, to: 'writer', ...place },
      ...{ question: query.question ?? 'Who says so?', blocking: query.blocking ? 'yes' : '' },
    })
    return made as { queryId: string }
  }
  return { ada, tom, ask }
}

const mailJobs = async (admin: Actor) => (await listJobs(admin, { kind: 'send_mail' })).jobs

/** The mails that were asked for to Tom, the newest first. */
async function toTom(admin: Actor, { userId }: Actor): Promise<Job[]> {
  return (await mailJobs(admin)).filter(({ input }) => Object(input).userId === userId)
}

async function sendAll(admin: Actor) {
  for (const { id, state } of await mailJobs(admin)) if (state === 'waiting') await run(id)
}

const run = (id: string) => runJob(id, { stopping: new AbortController().signal, every: 20 })
