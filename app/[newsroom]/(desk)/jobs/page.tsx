import { notFound } from 'next/navigation'
import { JobTable } from '@/components/jobs/job-table'
import { asShownJob } from '@/components/jobs/shown-job'
import { PageLinks, said } from '@/components/shell/page-links'
import { Link } from '@/components/ui/links/link'
import { requireActor } from '@/lib/auth/current-actor'
import { isJobProcessRunning, listJobs } from '@/lib/db/jobs/jobs'
import { findNames } from '@/lib/db/newsroom/members'
import type { JobKind, JobState } from '@/lib/domain/jobs/job'
import { can } from '@/lib/domain/policy'
import { isMailSet } from '@/lib/mail/settings'

const SHOWN: Record<string, Shown> = {
  '': { label: 'All', none: 'Nothing was asked for yet. A page that is kept is a job, for one.' },
  open: { label: 'Under way', states: ['waiting', 'running'], none: 'Nothing waits or runs.' },
  failed: { label: 'Failed', states: ['failed'], none: 'Nothing has failed.' },
  mail: { label: 'Mail', kind: 'send_mail', none: 'No mail was asked for yet.' },
  unsent: {
    ...{ label: 'Mail not sent', kind: 'send_mail', states: ['waiting', 'running', 'failed'] },
    none: 'All mail that was asked for was sent.',
  },
}

interface Shown {
  label: string
  kind?: JobKind
  states?: JobState[]
  none: string
}

export async function generateMetadata({ params }: PageProps<'/[newsroom]/jobs'>) {
  return { title: `Jobs · ${(await requireActor((await params).newsroom)).newsroomName}` }
}

/** What runs, waits, failed and is done, for whoever looks after the newsroom. */
export default async function JobsPage({ params, searchParams }: PageProps<'/[newsroom]/jobs'>) {
  const actor = await requireActor((await params).newsroom)
  if (!can(actor, 'newsroom.manage', {})) notFound()
  const asked = await searchParams
  const [show, after] = [said(asked.show), said(asked.after)]
  const { kind, states, none } = SHOWN[show] ?? notFound()
  const [{ jobs, next }, names, runs] = await Promise.all([
    listJobs(actor, { after, kind, states }),
    findNames(actor),
    isJobProcessRunning(actor),
  ])
  const path = `/${actor.newsroomSlug}/jobs`
  const listed = jobs.map((job) => ({
    ...asShownJob(job),
    sourceId: job.sourceId,
    askedBy: names.get(job.askedById) ?? 'Somebody',
    askedAt: job.askedAt.toISOString(),
  }))

  return (
    <div className="page jobs-page">
      <div className="page-head">
        <div>
          <h1>Jobs</h1>
          <p>Work that takes a while and goes on beside yours, whoever asked for it.</p>
        </div>
      </div>
      {!runs && (
        <p className="form-message" role="status">
          No process that does jobs runs at the moment, so they wait. It is started with Stet, and
          again when it ends; if this stays, look into jobs.log in the folder of its data.
        </p>
      )}
      {kind === 'send_mail' && !isMailSet() && (
        <p className="form-message" role="status">
          Stet sends no mail at the moment: whoever runs it can set STET_SMTP_URL and
          STET_MAIL_FROM. Links are passed on by hand, and what waits stands on the first page
          alone.
        </p>
      )}
      <nav aria-label="Which jobs" className="actions which-jobs">
        {Object.entries(SHOWN).map(([name, { label }]) => (
          <Link
            key={name}
            className="button small plain"
            href={name ? `${path}?show=${name}` : path}
            aria-current={name === show ? 'page' : undefined}
          >
            {label}
          </Link>
        ))}
      </nav>
      {jobs.length === 0 ? (
        <p className="empty quiet">{after ? 'The list ends here.' : none}</p>
      ) : (
        <JobTable newsroom={actor.newsroomSlug} jobs={listed} />
      )}
      <PageLinks
        path={path}
        kept={{ show }}
        begun={after !== ''}
        next={next}
        label="Pages of jobs"
      />
    </div>
  )
}
