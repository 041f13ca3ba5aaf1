/** What the job process does to the rows of jobs, before it is known in whose name a job is done. */

import { JOB_KINDS, type JobFacts, mostAttempts } from '@/lib/domain/jobs/job'
import { keysOf } from '@/lib/domain/vocabulary'
import { db } from '../client'
import { Prisma } from '../generated/client'

/** The name under which the queue (graphile-worker) knows every job of ours; its payload is the row's id. */
export const QUEUE_TASK = 'job'

/**
 * Puts a job in the queue, in the transaction that is open, or moves it there; not before `runAt`, or at once.
 * The queue only wakes the job process and locks: whether a job is still wanted, its row says.
 */
export async function enqueue(id: string, runAt?: Date): Promise<void> {
  await db().$queryRaw`
    SELECT id::text FROM graphile_worker.add_job(
      identifier => ${QUEUE_TASK}::text, payload => ${JSON.stringify({ id })}::json,
      job_key => ${id}::text, run_at => ${runAt ?? null}::timestamptz)`
}

/** The name under which the queue knows that somebody forgot their password; its payload is the address that they typed. */
export const FORGOTTEN_TASK = 'forgotten_password'

/** Has the job process look whose address this is: whoever asks learns nothing, not even by how long it takes. */
export async function enqueueForgotten(email: string): Promise<void> {
  await db().$queryRaw`
    SELECT id::text FROM graphile_worker.add_job(
      identifier => ${FORGOTTEN_TASK}::text, payload => ${JSON.stringify({ email })}::json,
      job_key => ${`forgotten ${email}`}::text)`
}

/** The name under which the queue knows that it is to be looked, every minute, for whom something new waits. */
export const TELLING_TASK = 'tell_waiting'

const begun = {
  id: true,
  newsroomId: true,
  kind: true,
  articleId: true,
  sourceId: true,
  captureId: true,
  input: true,
  output: true,
  attempts: true,
} satisfies Prisma.JobSelect

/** A job that the job process is doing. */
export type BegunJob = Prisma.JobGetPayload<{ select: typeof begun }>

/** Begins a job that waits; null for one that was called off, or that is there no more. */
export async function updateJobRunning(id: string): Promise<BegunJob | null> {
  const [job] = await db().job.updateManyAndReturn({
    where: { id, state: 'waiting' },
    data: {
      ...{ state: 'running', progress: 0, says: '', startedAt: new Date() },
      attempts: { increment: 1 },
    },
    select: begun,
  })
  return job ?? null
}

/** Says how far a job is, in percent and in a sentence; answers whether it is still wanted. */
export async function updateJobProgress(
  id: string,
  { progress, says }: { progress: number; says: string },
): Promise<boolean> {
  const { count } = await db().job.updateMany({
    where: { id, state: 'running' },
    data: { progress, says },
  })
  return count === 1
}

/** Says that a mail's words are about to go out, or that they did not: a job that is begun anew must not send them twice. */
export async function updateJobHandedOver(id: string, isHandedOver: boolean): Promise<void> {
  await db().job.updateMany({
    where: { id, state: { in: ['running', 'cancelled'] } },
    data: { output: isHandedOver ? { handedOver: true } : Prisma.DbNull },
  })
}

/** A job has come to its end, and to what. One that was called off in its last moment is done all the same. */
export async function updateJobDone(id: string, output: JobFacts): Promise<void> {
  await db().job.updateMany({
    where: { id, state: { in: ['running', 'cancelled'] } },
    data: { state: 'done', progress: 100, says: '', output, finishedAt: new Date() },
  })
}

/** A job has failed for good, with the reason in a sentence. */
export async function updateJobFailed(id: string, says: string): Promise<void> {
  await db().job.updateMany({
    where: { id, state: 'running' },
    data: { state: 'failed', says, finishedAt: new Date() },
  })
}

/** Puts a job back that is to be begun anew at `runAt`, or at once; in a transaction of the caller's. */
export async function updateJobWaiting(
  id: string,
  { says, runAt }: { says: string; runAt?: Date },
): Promise<void> {
  const { count } = await db().job.updateMany({
    where: { id, state: 'running' },
    data: { state: 'waiting', progress: 0, says },
  })
  if (count === 1) await enqueue(id, runAt)
}

/**
 * Puts back what a job process left behind that has died, for the only one that runs now: nobody else may call it. A job
 * that was begun {@link mostAttempts} times has failed.
 */
export async function updateJobsLeftRunning(): Promise<void> {
  await db().$executeRaw`
    SELECT graphile_worker.force_unlock_workers(ARRAY(
      SELECT DISTINCT locked_by FROM graphile_worker.jobs WHERE locked_by IS NOT NULL))`
  const left = { state: 'running' as const }
  const often = keysOf(JOB_KINDS).map((kind) => ({ kind, attempts: { gte: mostAttempts(kind) } }))
  await db().job.updateMany({
    where: { ...left, OR: often },
    data: { state: 'failed', says: DIED, finishedAt: new Date() },
  })
  await db().job.updateMany({
    where: left,
    data: { state: 'waiting', progress: 0, says: 'It was interrupted and is begun anew.' },
  })
}

const DIED = 'The process that does jobs ended each time while it was doing this one.'

/** The advisory lock that the one job process of a database holds while it runs: any number of our own. */
export const JOB_PROCESS_LOCK = 5_738_002

/** Whether a process runs that does the jobs of this database: it holds the lock. */
export const JOB_PROCESS_RUNS = Prisma.sql`EXISTS (
  SELECT 1 FROM pg_locks JOIN pg_database here ON here.oid = pg_locks.database
  WHERE here.datname = current_database() AND locktype = 'advisory' AND objsubid = 1 AND granted
    AND classid = 0 AND objid = ${JOB_PROCESS_LOCK}::int::oid
)`
