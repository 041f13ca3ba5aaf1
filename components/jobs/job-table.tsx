'use client'

import { JOB_KINDS } from '@/lib/domain/jobs/job'
import { Link } from '../ui/links/link'
import { Timestamp } from '../ui/timestamp'
import { JobState } from './job-line'
import type { ShownJob } from './shown-job'
import { useJobStates } from './use-job-states'

export interface ListedJob extends ShownJob {
  sourceId: string | null
  askedBy: string
  askedAt: string
}

/** The newsroom's jobs, as they go on, for whoever looks after it. */
export function JobTable({ newsroom, jobs }: { newsroom: string; jobs: ListedJob[] }) {
  const now = useJobStates(jobs)
  return (
    <table className="table stacking jobs">
      <thead>
        <tr>
          <th scope="col">Job</th>
          <th scope="col">State</th>
          <th scope="col">Asked for</th>
        </tr>
      </thead>
      <tbody>
        {now.map((job) => (
          <tr key={job.id}>
            <td className="job-what">
              {JOB_KINDS[job.kind]}
              {job.about && (
                <div className="small quiet" dir="auto">
                  {job.sourceId ? (
                    <Link href={`/${newsroom}/sources/${job.sourceId}`}>{job.about}</Link>
                  ) : (
                    job.about
                  )}
                </div>
              )}
            </td>
            <td data-label="State">
              <JobState job={job} manages />
            </td>
            <td data-label="Asked for" className="asked">
              {job.askedBy}, <Timestamp at={job.askedAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
