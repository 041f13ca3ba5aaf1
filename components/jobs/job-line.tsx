'use client'

import { cancelJob, retryJob } from '@/lib/actions'
import { canRetry, isUnderWay, JOB_KINDS, JOB_STATES } from '@/lib/domain/jobs/job'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import type { ShownJob } from './shown-job'
import { useJobStates } from './use-job-states'

/** How a job stands, as it goes on, with the ways to call it off and to have it begin anew. */
export function JobLine({ job, manages }: { job: ShownJob; manages: boolean }) {
  const [now = job] = useJobStates([job])
  return <JobState job={now} manages={manages} />
}

/** The same of a job whose state somebody else keeps up to date. */
export function JobState({ job, manages }: { job: ShownJob; manages: boolean }) {
  const { id, kind, about, state, progress, says } = job
  const what = [JOB_KINDS[kind], about].filter(Boolean).join(': ')
  return (
    <div className="job" data-state={state}>
      <p>
        <strong role="status">{JOB_STATES[state]}</strong>
        {state === 'running' && ` ${progress} %`}
        {says && <span className="quiet"> · {says}</span>}
      </p>
      {state === 'running' && <progress max={100} value={progress} aria-label={what} />}
      {manages && isUnderWay(state) && (
        <ActionForm
          action={cancelJob}
          values={{ jobId: id }}
          saved="Called off"
          className="bare-form"
        >
          <SubmitButton className="button small" busy="Calling off…">
            Cancel<span className="visually-hidden"> “{what}”</span>
          </SubmitButton>
        </ActionForm>
      )}
      {manages && canRetry(state) && (
        <ActionForm
          action={retryJob}
          values={{ jobId: id }}
          saved="It begins anew"
          className="bare-form"
        >
          <SubmitButton className="button small" busy="Beginning anew…">
            Retry<span className="visually-hidden"> “{what}”</span>
          </SubmitButton>
        </ActionForm>
      )}
    </div>
  )
}
