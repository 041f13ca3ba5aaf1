import type { Job } from '@/lib/db/jobs/jobs'
import type { CitedPage } from '@/lib/db/watches/cited-pages'
import { type Actor, can } from '@/lib/domain/policy'
import { FOUND, isNews } from '@/lib/domain/watches/look'
import { JobLine } from '../jobs/job-line'
import { asShownJob } from '../jobs/shown-job'
import { KeepPage } from '../sources/keep-page'
import { Link } from '../ui/links/link'
import { Timestamp } from '../ui/timestamp'

/** The pages that an article cites: which are kept, and what was found when they were looked at again. */
export function CitedPageTable({
  actor,
  pages,
  failed,
}: {
  actor: Actor
  pages: CitedPage[]
  /** The looks that failed for good. */
  failed: Job[]
}) {
  const home = `/${actor.newsroomSlug}`
  const isWatched = pages.some(({ watch }) => watch !== null)
  return (
    <table className="table stacking cited-pages">
      <thead>
        <tr>
          <th scope="col">Page</th>
          <th scope="col">Kept</th>
          {isWatched && <th scope="col">Looked at again</th>}
        </tr>
      </thead>
      <tbody>
        {pages.map(({ source, kept, watch }) => (
          <tr key={source.id}>
            <td className="cited-page">
              <Link href={`${home}/sources/${source.id}`} dir="auto">
                {source.title}
              </Link>
              <div className="small quiet" dir="ltr">
                {source.url}
              </div>
            </td>
            <td data-label="Kept" className="kept-when">
              {kept ? (
                <Link href={`${home}/captures/${kept.captureId}`}>
                  <Timestamp at={kept.at.toISOString()} />
                </Link>
              ) : (
                <>
                  <span className="quiet">Not yet</span>
                  {can(actor, 'source.keep', {}) && (
                    <KeepPage source={source} className="link-button small" />
                  )}
                </>
              )}
            </td>
            {isWatched && (
              <td data-label="Looked at again">
                {watch && (
                  <Looks
                    {...{ home, watch }}
                    isKeptAnew={kept !== null && kept.captureId !== watch.captureId}
                  />
                )}
                {failed
                  .filter(({ captureId }) => captureId === watch?.captureId)
                  .map((job) => (
                    <JobLine
                      key={job.id}
                      job={asShownJob(job)}
                      manages={can(actor, 'job.manage', job)}
                    />
                  ))}
              </td>
            )}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Looks({
  home,
  watch: { last, reached, nextAt },
  isKeptAnew,
}: {
  home: string
  watch: NonNullable<CitedPage['watch']>
  isKeptAnew: boolean
}) {
  const isDue = nextAt <= new Date()
  const next = (
    <span className="small quiet">
      {isDue ? (
        'It is being looked at.'
      ) : (
        <>
          Next <Timestamp at={nextAt.toISOString()} />
        </>
      )}
    </span>
  )
  if (isKeptAnew) return <p>Kept anew since. {next}</p>
  if (!last) return <p>Not yet. {next}</p>
  return (
    <>
      {reached && (
        <p>
          <strong className="look" data-found={reached.found}>
            {FOUND[reached.found]}
          </strong>{' '}
          <Timestamp at={reached.lookedAt.toISOString()} />
          {reached.captureId && isNews(reached.found) && (
            <>
              {' · '}
              <Link href={`${home}/captures/${reached.captureId}#changes`}>What changed</Link>
            </>
          )}
          {reached.says && <span className="small quiet look-says">{reached.says}</span>}
        </p>
      )}
      {last.found === 'unreachable' && (
        <p>
          <strong className="look" data-found="unreachable">
            {FOUND.unreachable}
          </strong>{' '}
          <Timestamp at={last.lookedAt.toISOString()} />
          <span className="small quiet look-says">{last.says}</span>
        </p>
      )}
      <p>{next}</p>
    </>
  )
}
