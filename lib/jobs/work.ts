import { Logger, parseCronItems, type Runner, run } from 'graphile-worker'
import pg from 'pg'
import { mailPasswordLink } from '@/lib/commands/accounts/forgotten-password'
import {
  FORGOTTEN_TASK,
  JOB_PROCESS_LOCK,
  QUEUE_TASK,
  TELLING_TASK,
  updateJobsLeftRunning,
} from '@/lib/db/jobs/queue'
import {
  deleteOldDeliveries,
  updateAllDeliveriesWoken,
  WEBHOOK_TASK,
} from '@/lib/db/newsroom/queue'
import { type RunOptions, runJob } from './run-job'
import { tellWaiting } from './tell-waiting'
import { deliverDue } from './webhooks/deliver'

/** How many jobs are done at the same time: some have a browser or a large file in hand. */
const AT_ONCE = 2

/** What is looked at by the clock; one that is late is not made up for, since the next sees the same. */
const EVERY_MINUTE = parseCronItems([
  {
    ...{ task: TELLING_TASK, match: '* * * * *' },
    options: { backfillPeriod: 0, maxAttempts: 1, jobKey: TELLING_TASK },
  },
])

/** How many addresses are told something at the same time, beside the jobs: most of it is waiting for an answer. */
const SENT_AT_ONCE = 8

/** A process that does jobs. */
export interface Working {
  /** Rejects when the database went away, after which nothing can be promised: end the process and begin anew. */
  broken: Promise<never>
  /** Has the running jobs end and be put back, and waits for that. */
  stop: () => Promise<void>
}

/**
 * Does the jobs of the database at this address, until it is stopped. Waits until no other process does them, and first
 * puts back what one that died left behind.
 */
export async function startWork(
  address: string,
  options: Omit<RunOptions, 'stopping'> = {},
): Promise<Working> {
  const { lock, broken } = await takeLock(address)
  await updateJobsLeftRunning()
  const stopping = new AbortController()
  const pool = openPool(address)
  const runner = await run({
    pgPool: pool,
    concurrency: AT_ONCE,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: QUIET,
    parsedCronItems: EVERY_MINUTE,
    taskList: {
      [QUEUE_TASK]: (payload) => runJob(idIn(payload), { ...options, stopping: stopping.signal }),
      [FORGOTTEN_TASK]: mailPasswordLink,
      [TELLING_TASK]: async () => {
        await tellWaiting()
        await deleteOldDeliveries(new Date())
      },
    },
  })
  const sender = await run({
    pgPool: pool,
    concurrency: SENT_AT_ONCE,
    noHandleSignals: true,
    pollInterval: 1_000,
    logger: QUIET,
    parsedCronItems: [],
    taskList: {
      [WEBHOOK_TASK]: (payload) => deliverDue(idIn(payload), { stopping: stopping.signal }),
    },
  })
  await updateAllDeliveriesWoken()
  const gone = Promise.race([broken, ended(runner), ended(sender)])
  // Nobody need listen, least of all when it is stopped on purpose.
  gone.catch(() => undefined)
  let stopped: Promise<void> | undefined
  const stop = async () => {
    stopping.abort(new Error('the process stops'))
    await Promise.allSettled([runner.stop(), sender.stop()])
    await pool.end().catch(() => undefined)
    await lock.end()
  }
  return {
    broken: gone,
    stop() {
      stopped ??= stop()
      return stopped
    },
  }
}

/** Held by a connection of its own: it is free again as soon as this process is gone, however it ends. */
async function takeLock(address: string) {
  const lock = new pg.Client({ connectionString: address, keepAlive: true })
  const broken = new Promise<never>((_, reject) => {
    lock.on('error', reject)
    lock.on('end', () => reject(new Error('the connection to the database has ended')))
  })
  broken.catch(() => undefined)
  await lock.connect()
  await lock.query('SELECT pg_advisory_lock($1)', [JOB_PROCESS_LOCK])
  return { lock, broken }
}

/** Of the queue alone. That the database went away is told by the lock; the pool and its connections only must not throw. */
function openPool(address: string): pg.Pool {
  const pool = new pg.Pool({ connectionString: address, max: AT_ONCE + SENT_AT_ONCE + 2 })
  const ignored = () => undefined
  return pool.on('error', ignored).on('connect', (client) => client.on('error', ignored))
}

async function ended(runner: Runner): Promise<never> {
  await runner.promise
  throw new Error('the queue has stopped')
}

/** What went wrong with a job, its row says; what went wrong with the queue, this does. */
const QUIET = new Logger(() => (level, message) => {
  if (level === 'error') console.error(message)
})

function idIn(payload: unknown): string {
  const id = typeof payload === 'object' && payload !== null && Reflect.get(payload, 'id')
  if (typeof id !== 'string') throw new Error('not a job of ours')
  return id
}
