import { z } from 'zod'
import { findJob, updateJobAgain, updateJobCancelled } from '@/lib/db/jobs/jobs'
import { aboutOf, type JobKind } from '@/lib/domain/jobs/job'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { id } from '../fields'

/** Calls a job off that waits or runs. What it had begun is undone by itself; refuses one that has ended. */
export const cancelJob = command('cancelJob', {
  permission: 'job.manage',
  input: z.object({ jobId: id }),
  subject: (actor, { jobId }) => findJob(actor, jobId),

  async run({ actor, subject: job, record }) {
    if (!(await updateJobCancelled(actor, job.id))) throw ended()
    record({ type: 'job.cancelled', ...told(job) })
  },
})

/** Has a job that failed or was called off begin anew, in the name of whoever says so. */
export const retryJob = command('retryJob', {
  permission: 'job.manage',
  input: z.object({ jobId: id }),
  subject: (actor, { jobId }) => findJob(actor, jobId),

  async run({ actor, subject: job, record }) {
    if (!(await updateJobAgain(actor, job.id))) {
      throw new Refusal('conflict', 'This is under way already, or done. Load the page again.')
    }
    record({ type: 'job.retried', ...told(job) })
  },
})

const ended = () => new Refusal('conflict', 'This has ended meanwhile, so nothing was called off.')

interface Told {
  id: string
  kind: JobKind
  input: unknown
  sourceId: string | null
}

const told = ({ id: jobId, kind, input, sourceId }: Told) => ({
  ...{ jobId, kind, about: aboutOf(input) },
  ...(sourceId !== null && { sourceId }),
})
