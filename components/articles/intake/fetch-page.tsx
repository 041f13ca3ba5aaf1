'use client'

import { usePathname } from 'next/navigation'
import { useContext, useEffect, useEffectEvent, useMemo } from 'react'
import { fetchArticle } from '@/lib/actions'
import { isUnderWay } from '@/lib/domain/jobs/job'
import type { KeptSource } from '@/lib/importing/read-file'
import { useStored } from '../../browser/use-stored'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton, TextField } from '../../forms/fields'
import { PageContext } from '../../forms/page-context'
import { JobState } from '../../jobs/job-line'
import type { ShownJob } from '../../jobs/shown-job'
import { useJobStates } from '../../jobs/use-job-states'

/** A page that is being fetched, as it is kept in the browser over a reload. */
interface Fetching {
  jobId: string
  address: string
}

/** Has a page fetched by a job, shows how far it is, and hands on what came. */
export function FetchPage({
  isReading,
  onFetched,
}: {
  isReading: boolean
  /** Answers whether it is taken; there may be text that it must not take the place of. */
  onFetched: (page: KeptSource) => boolean
}) {
  const { owner } = useContext(PageContext)
  const place = usePathname()
  const [fetching, keep] = useStored<Fetching>(`stet:fetching:${owner}:${place}`)
  const jobs = useMemo(() => (fetching ? [asked(fetching)] : []), [fetching])
  const [job] = useJobStates(jobs)
  const page = job ? pageOf(job.output) : null

  const take = () => {
    if (page && onFetched(page)) keep(null)
  }
  const takeAtOnce = useEffectEvent(take)
  const arrivalId = page?.arrivalId
  useEffect(() => {
    if (arrivalId) takeAtOnce()
  }, [arrivalId])

  return (
    <div className="fetch-page">
      <ActionForm
        action={fetchArticle}
        draft={`${owner}:fetch:${place}`}
        saved=""
        label="Fetch a page"
        onDone={(output) => keep(output as Fetching)}
      >
        <TextField
          name="address"
          type="url"
          inputMode="url"
          label="Or the address of a page"
          hint="Stet fetches it and looks for the article in it, as it does with a page that was saved as .html."
          placeholder="https://"
          maxLength={2_000}
          key={fetching?.jobId}
          defaultValue={fetching?.address}
        />
        <div className="actions">
          <SubmitButton className="button" busy="Asking…">
            Fetch the page
          </SubmitButton>
        </div>
      </ActionForm>
      {job && job.state !== 'done' && <JobState job={job} manages={isUnderWay(job.state)} />}
      {page && (
        <button type="button" className="button" disabled={isReading} onClick={take}>
          {isReading ? 'Reading…' : 'Preview the page'}
        </button>
      )}
      {job && !isUnderWay(job.state) && (
        <button type="button" className="link-button" onClick={() => keep(null)}>
          Forget this page
        </button>
      )}
    </div>
  )
}

const asked = ({ jobId, address }: Fetching): ShownJob => ({
  ...{ id: jobId, kind: 'fetch_article', about: address },
  ...{ state: 'waiting', progress: 0, says: '' },
})

/** The page that came of a job, once it is done. */
function pageOf(output: unknown): KeptSource | null {
  if (typeof output !== 'object' || output === null) return null
  const { arrivalId, name, address } = output as Record<string, unknown>
  if (typeof arrivalId !== 'string' || typeof name !== 'string') return null
  return { kind: 'page', arrivalId, name, ...(typeof address === 'string' && { from: address }) }
}
