import type { Job } from '@/lib/db/jobs/jobs'
import type { Source } from '@/lib/db/sources/sources'
import { isUnderWay } from '@/lib/domain/jobs/job'
import { type Actor, can } from '@/lib/domain/policy'
import { JobLine } from '../jobs/job-line'
import { asShownJob } from '../jobs/shown-job'
import { KeepPage } from './keep-page'

/** How the keeping of a source's page stands, and the way to have it kept, or kept once more. */
export function PageKeeping({
  actor,
  source,
  jobs,
}: {
  actor: Actor
  source: Source
  /** The newest of each kind that are about the source. */
  jobs: Job[]
}) {
  const job = jobs.find(({ kind }) => kind === 'keep_page')
  const isOpen = job !== undefined && isUnderWay(job.state)
  return (
    <>
      {job && job.state !== 'done' && (
        <JobLine job={asShownJob(job)} manages={can(actor, 'job.manage', job)} />
      )}
      {!isOpen && can(actor, 'source.keep', {}) && (
        <div className="actions keep-page">
          <KeepPage source={source} />
        </div>
      )}
    </>
  )
}
