import { actorOfJob } from '@/lib/auth/look-up-actor'
import { transaction } from '@/lib/db/client'
import {
  type BegunJob,
  updateJobDone,
  updateJobFailed,
  updateJobProgress,
  updateJobRunning,
  updateJobWaiting,
} from '@/lib/db/jobs/queue'
import { type JobFacts, mostAttempts, pausesOf } from '@/lib/domain/jobs/job'
import { Refusal } from '@/lib/domain/refusal'
import { HANDLERS, handlerOf } from './handlers'

export interface RunOptions {
  /** Aborted when the process stops. */
  stopping: AbortSignal
  handlers?: typeof HANDLERS
  /** Milliseconds before each attempt after the first; else as the kind of job has it. */
  pauses?: readonly number[]
  /** How often the row hears how far the job is, and is asked whether it is still wanted, in milliseconds. */
  every?: number
}

/**
 * Does a job that waits, in the name of whoever asked for it, and writes into its row how it went. What may pass is put
 * back to be tried again later; one that was called off is left as it is.
 */
export async function runJob(id: string, options: RunOptions): Promise<void> {
  const job = await updateJobRunning(id)
  if (!job) return
  try {
    const output = await whileWanted(job, options)
    await updateJobDone(id, output)
  } catch (error) {
    if (options.stopping.aborted) await putBack(id, { says: INTERRUPTED })
    else await told(job, error, options)
  }
}

const INTERRUPTED = 'It was interrupted and is begun anew.'

async function whileWanted(
  job: BegunJob,
  { stopping, handlers = HANDLERS, every = 500 }: RunOptions,
): Promise<JobFacts> {
  const handler = handlerOf(job.kind, handlers)
  const actor = await actorOfJob(job.id)
  if (!actor) throw new Refusal('not-allowed', NO_MEMBER)
  const unwanted = new AbortController()
  let now = { progress: 0, says: '' }
  const telling = setInterval(async () => {
    const isWanted = await updateJobProgress(job.id, now).catch(() => true)
    if (!isWanted) unwanted.abort(new Refusal('unavailable', 'It was called off.'))
  }, every)
  try {
    const report = (percent: number, sentence: string) => {
      now = { progress: Math.max(0, Math.min(100, Math.floor(percent))), says: sentence }
    }
    const signal = AbortSignal.any([stopping, unwanted.signal])
    // The process may have been told to stop since: a handler that only listens would not hear of it any more.
    signal.throwIfAborted()
    return await handler(job, { actor, report, signal })
  } catch (error) {
    // Whatever a handler that was told to end breaks with, that is why it ended.
    throw unwanted.signal.aborted ? unwanted.signal.reason : error
  } finally {
    clearInterval(telling)
  }
}

const NO_MEMBER =
  'Whoever asked for this is no longer in the newsroom. Somebody who is can ask for it again.'

async function told(job: BegunJob, error: unknown, { pauses = pausesOf(job.kind) }: RunOptions) {
  if (!(error instanceof Refusal)) console.error(`Job ${job.id} (${job.kind}):`, error)
  const why = error instanceof Refusal ? error.message : BUG
  if (isFinal(error) || job.attempts >= mostAttempts(job.kind)) return updateJobFailed(job.id, why)
  const pause = pauses[job.attempts - 1] ?? 0
  await putBack(job.id, {
    says: `${why} It is tried again ${inWords(pause)}.`,
    runAt: new Date(Date.now() + pause),
  })
}

function inWords(pause: number): string {
  if (pause < 60_000) return 'soon'
  const minutes = Math.round(pause / 60_000)
  return minutes < 60 ? `in ${minutes} minutes` : `in ${Math.round(minutes / 60)} hours`
}

const BUG = 'Stet made a mistake here. The log of the process that does jobs says which.'

const isFinal = (error: unknown) =>
  error instanceof Refusal && error.reason !== 'unavailable' && error.reason !== 'conflict'

function putBack(id: string, how: { says: string; runAt?: Date }) {
  return transaction(() => updateJobWaiting(id, how))
}
