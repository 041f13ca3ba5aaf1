import type { Job } from '@/lib/db/jobs/jobs'
import type { BundleShown } from '@/lib/db/report/bundles'
import { isUnderWay } from '@/lib/domain/jobs/job'
import { BUNDLES_HELD } from '@/lib/domain/report/bundle-made'
import { JobLine } from '../jobs/job-line'
import { asShownJob } from '../jobs/shown-job'
import { Timestamp } from '../ui/timestamp'
import { MakeBundle } from './make-bundle'

/** Hands the article over: makes its evidence bundle, shows how far that is, and lists those that were made. */
export function BundlePanel({
  articleId,
  path,
  job,
  manages,
  bundles,
  withLog,
}: {
  articleId: string
  /** The article's page. */
  path: string
  /** The newest that was to make one, unless it did. */
  job: Job | null
  /** Whether whoever looks may call it off. */
  manages: boolean
  bundles: readonly BundleShown[]
  /** Whether the log is for whoever looks. */
  withLog: boolean
}) {
  return (
    <section className="bundles" aria-labelledby="bundles">
      <h2 id="bundles">Evidence bundle</h2>
      <p>
        One ZIP file with the report, the text, what was kept of the sources, and{' '}
        {withLog
          ? 'the newsroom’s whole log, of all articles'
          : 'signed checkpoints of the log, which you may not export yourself'}
        . It verifies without Stet. Of those that you have made, the newest {BUNDLES_HELD} stay.
      </p>
      {job && <JobLine job={asShownJob(job)} manages={manages} />}
      {!(job && (isUnderWay(job.state) || manages)) && <MakeBundle articleId={articleId} />}
      {bundles.length > 0 && (
        <ul className="bundle-list">
          {bundles.map((bundle) => (
            <Bundle key={bundle.jobId} bundle={bundle} path={path} />
          ))}
        </ul>
      )}
    </section>
  )
}

function Bundle({ bundle, path }: { bundle: BundleShown; path: string }) {
  const { jobId, name, bytes, madeAt, revision, changedSince, leftOut } = bundle
  return (
    <li>
      <a href={`${path}/bundles/${jobId}`} download>
        {name}
      </a>{' '}
      <span className="small">
        revision {revision}, {megabytes(bytes)} MB, <Timestamp at={madeAt.toISOString()} />
        {changedSince && ' · the article changed since'}
      </span>
      {leftOut.length > 0 && (
        <details>
          <summary>
            {leftOut.length === 1
              ? 'A kept file is not in it'
              : `${leftOut.length} kept files are not in it`}
          </summary>
          <ul>
            {leftOut.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </details>
      )}
    </li>
  )
}

const megabytes = (bytes: number) =>
  (bytes / 1e6).toLocaleString('en', { maximumFractionDigits: 1 })
