import type { BegunJob } from '@/lib/db/jobs/queue'
import type { JobFacts } from '@/lib/domain/jobs/job'
import type { Actor } from '@/lib/domain/policy'

/** What a handler is given besides its job. */
export interface JobRun {
  /** Whoever asked for the job, as long as it runs. */
  actor: Actor
  /** Says how far the work is, in percent, and what is being done, in a sentence. Costs nothing: say it often. */
  report: (percent: number, sentence: string) => void
  /** Aborted when the job is called off or the process stops; the handler then ends soon, with nothing left running. */
  signal: AbortSignal
}

/**
 * Does a job of one kind and gives what came of it. It ends in a command of the actor's with the job's id as `formId`,
 * which is carried out once even if the job is begun anew after it. A `Refusal` says why the job failed: one that is
 * `unavailable` or a `conflict` may pass, and is tried again; every other is final.
 */
export type Handler = (job: BegunJob, run: JobRun) => Promise<JobFacts>
