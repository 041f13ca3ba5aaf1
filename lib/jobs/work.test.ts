import { setTimeout as delay } from 'node:timers/promises'
import { afterEach, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { cancelJob, retryJob } from '@/lib/commands/jobs/jobs'
import { removeMember } from '@/lib/commands/newsroom/members'
import { addSource } from '@/lib/commands/sources/sources'
import { db, transaction } from '@/lib/db/client'
import { findJob, insertJob, isJobProcessRunning } from '@/lib/db/jobs/jobs'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { isolatedDatabase } from '@/lib/testing/database/isolated-database'
import { aNewsroom } from '@/lib/testing/fixtures/newsroom'
import type { Handler } from './handlers/handler'
import { runJob } from './run-job'
import { startWork, type Working } from './work'

beforeAll(isolatedDatabase)

let processes: Working[] = []
afterEach(async () => {
  const ending = processes
  processes = []
  await Promise.all(ending.map(({ stop }) => stop()))
})

test('a job waits until a process does it, in the name of whoever asked for it', async () => {
  const { ada, ask } = await aDesk()
  const id = await ask({ title: 'The harbour’s minutes' })
  expect(await isJobProcessRunning(ada)).toBe(false)
  expect(await findJob(ada, id)).toMatchObject({ state: 'waiting' })

  await work(bringSource)
  expect(await ended(ada, id)).toMatchObject({ state: 'done', progress: 100, attempts: 1 })
  expect(await isJobProcessRunning(ada)).toBe(true)
  const [source] = await db().source.findMany({ where: { newsroomId: ada.newsroomId } })
  expect(source).toMatchObject({ title: 'The harbour’s minutes', addedById: ada.userId })
})

test('what is undone asks for no job', async () => {
  const { ada } = await aDesk()
  let id = ''
  const undone = transaction(async () => {
    id = await insertJob(ada, { kind: 'keep_page', about: '' })
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')

  expect(await findJob(ada, id)).toBeNull()
  expect(await db().$queryRaw`SELECT 1 FROM graphile_worker.jobs WHERE key = ${id}`).toEqual([])
})

test('a job is not begun before its time', async () => {
  const { ada } = await aDesk()
  const runAt = new Date(Date.now() + 1_500)
  const id = await insertJob(ada, { kind: 'keep_page', about: '', runAt })
  await work(async () => ({}))

  const { startedAt } = await ended(ada, id)
  expect(startedAt?.getTime()).toBeGreaterThanOrEqual(runAt.getTime())
})

describe('a job that fails', () => {
  const DOWN = 'The site cannot be reached at the moment.'

  test.each<[what: string, error: Error, attempts: number, says: string]>([
    ['what may pass is tried three times', new Refusal('unavailable', DOWN), 3, DOWN],
    ['so is what met somebody else’s change', new Refusal('conflict', 'Changed.'), 3, 'Changed.'],
    ['what cannot get better is final', new Refusal('invalid', 'No page.'), 1, 'No page.'],
    ['so is what is not allowed', new Refusal('not-allowed', 'Private.'), 1, 'Private.'],
    ['a mistake of our own says so', new Error('x is undefined'), 3, 'Stet made a mistake here'],
  ])('%s', async (_what, error, attempts, says) => {
    const logged = vi.spyOn(console, 'error').mockReturnValue()
    onTestFinished(() => logged.mockRestore())
    const { ada, ask } = await aDesk()
    const id = await ask()
    await work(async () => {
      throw error
    })

    const job = await ended(ada, id)
    expect(job).toMatchObject({ state: 'failed', attempts })
    expect(job.says.startsWith(says)).toBe(true)
    expect(logged.mock.calls.length).toBe(error instanceof Refusal ? 0 : attempts)
    await retryJob(ada, { jobId: id })
    expect(await ended(ada, id)).toMatchObject({ state: 'failed', attempts })
  })

  test('is done when what was in the way has passed', async () => {
    const { ada, ask } = await aDesk()
    const id = await ask()
    let tries = 0
    await work(async () => {
      if (++tries === 1) throw new Refusal('unavailable', DOWN)
      return { tries }
    })
    expect(await ended(ada, id)).toMatchObject({ state: 'done', says: '', output: { tries: 2 } })
  })

  test('is of a kind that nobody here can do', async () => {
    const { ada } = await aDesk()
    const id = await insertJob(ada, { kind: 'make_bundle', about: '' })
    await work(bringSource)
    const { says } = await ended(ada, id)
    expect(says).toBe('This version of Stet cannot do it yet: “Make an evidence bundle”.')
  })

  test('was asked for by somebody who is no longer here', async () => {
    const { ada, tom, ask } = await aDesk()
    const id = await ask({ title: 'The minutes' }, tom)
    await removeMember(ada, { userId: tom.userId })
    await work(bringSource)

    const job = await ended(ada, id)
    expect(job).toMatchObject({ state: 'failed', attempts: 1 })
    expect(job.says).toContain('no longer in the newsroom')
    expect(await db().source.count({ where: { newsroomId: ada.newsroomId } })).toBe(0)
  })
})

describe('a job that is called off', () => {
  test('before it begins is never begun', async () => {
    const { ada, ask } = await aDesk()
    const [first, second] = [await ask(), await ask()]
    await cancelJob(ada, { jobId: first })
    let begun: string[] = []
    await work(async ({ id }) => {
      begun = [...begun, id]
      return {}
    })
    await ended(ada, second)
    expect(begun).toEqual([second])
    expect(await findJob(ada, first)).toMatchObject({ state: 'cancelled' })
  })

  test('while it runs is told so, and changes nothing any more', async () => {
    const { ada, ask } = await aDesk()
    const id = await ask({ title: 'The minutes' })
    let refused: unknown
    await work(async (job, run) => {
      run.report(40, 'Reading the page')
      await aborted(run.signal)
      refused = await bringSource(job, run).catch((error) => error)
      throw new DOMException('The operation was aborted', 'AbortError')
    })
    const complained = vi.spyOn(console, 'error')
    onTestFinished(() => complained.mockRestore())
    await until(async () => (await findJob(ada, id))?.says === 'Reading the page')
    await cancelJob(ada, { jobId: id })
    await until(async () => refused !== undefined)

    expect(refused).toBeInstanceOf(Refusal)
    expect(complained).not.toHaveBeenCalled()
    expect(await findJob(ada, id)).toMatchObject({ state: 'cancelled', progress: 40 })
    expect(await db().source.count({ where: { newsroomId: ada.newsroomId } })).toBe(0)
  })
})

describe('when the process that does jobs', () => {
  const forever: Handler = async (_job, { signal }) => {
    await aborted(signal)
    throw signal.reason
  }

  test('stops, the next one does what it was doing', async () => {
    const { ada, ask } = await aDesk()
    const id = await ask({ title: 'The minutes' })
    const first = await work(forever)
    await until(async () => (await findJob(ada, id))?.state === 'running')
    await first.stop()
    expect(await findJob(ada, id)).toMatchObject({
      ...{ state: 'waiting', says: 'It was interrupted and is begun anew.' },
    })

    await work(bringSource)
    expect(await ended(ada, id)).toMatchObject({ state: 'done' })
  })

  test('stops at the moment at which it begins a job, the job is put back unbegun', async () => {
    const { ada, ask } = await aDesk()
    const id = await ask()
    let begun = 0
    await runJob(id, {
      stopping: AbortSignal.abort(new Error('the process stops')),
      handlers: { keep_page: async () => ({ begun: ++begun }) },
    })
    expect(begun).toBe(0)
    expect(await findJob(ada, id)).toMatchObject({ state: 'waiting' })
  })

  test.each([
    [1, 'done'],
    [2, 'done'],
    [3, 'failed'],
  ])('dies %i times, a job of its is %s', async (deaths, state) => {
    const { ada, ask } = await aDesk()
    const id = await ask({ title: 'The minutes' })
    await leaveRunning(id, deaths)

    await work(bringSource)
    expect(await ended(ada, id)).toMatchObject({ state })
  })

  test('is still there, a second one leaves its jobs alone', async () => {
    const { ada, ask } = await aDesk()
    const id = await ask()
    const first = await work(forever)
    await until(async () => (await findJob(ada, id))?.state === 'running')
    const second = startWork(process.env.DATABASE_URL ?? '', QUICK)
    await delay(300)
    expect(await findJob(ada, id)).toMatchObject({ state: 'running', attempts: 1 })

    await first.stop()
    processes = [await second]
  })

  test('loses its database, it knows', async () => {
    const { broken } = await work(bringSource)
    await db().$queryRaw`
      SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND granted`
    await expect(broken).rejects.toThrow()
  })
})

const QUICK = { pauses: [50, 50], every: 50 }

/** Has a process do all kinds of jobs like this. */
async function work(handler: Handler): Promise<Working> {
  const handlers = { keep_page: handler }
  const process_ = await startWork(process.env.DATABASE_URL ?? '', { ...QUICK, handlers })
  processes.push(process_)
  return process_
}

const bringSource: Handler = async ({ id, input }, { actor }) => {
  const title = String(Object(input).title ?? 'A page')
  await addSource(actor, { formId: id, kind: 'web_page', title })
  return { title }
}

async function aDesk() {
  const newsroom = await aNewsroom()
  const [ada, tom] = [await newsroom.member('admin'), await newsroom.member('checker')]
  const ask = (input = {}, by: Actor = ada) =>
    insertJob(by, { kind: 'keep_page', about: 'A page', input })
  return { ada, tom, ask }
}

/** As a process leaves a job that was killed while doing it for so many times. */
async function leaveRunning(id: string, attempts: number) {
  await db().job.update({ where: { id }, data: { state: 'running', attempts } })
  await db().$executeRaw`
    UPDATE graphile_worker._private_jobs SET locked_by = 'dead', locked_at = now(), attempts = 1
    WHERE key = ${id}`
}

async function ended(actor: Actor, id: string) {
  await until(async () => !['waiting', 'running'].includes((await findJob(actor, id))?.state ?? ''))
  const job = await findJob(actor, id)
  if (!job) throw new Error('there is no such job')
  return job
}

async function until(isSo: () => Promise<boolean>) {
  for (const begun = Date.now(); !(await isSo()); await delay(30)) {
    if (Date.now() - begun > 20_000) throw new Error('it did not come to that')
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve())
  })
}
