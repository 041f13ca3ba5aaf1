import { setTimeout as delay } from 'node:timers/promises'
import { withLogIn } from '../../auth/look-up-actor'
import { cancelJob } from '../../commands/jobs/jobs'
import { makeBundle as askForBundle } from '../../commands/report/bundles'
import { findJob, isJobProcessRunning, type Job } from '../../db/jobs/jobs'
import { findBundle } from '../../db/report/bundles'
import { isUnderWay } from '../../domain/jobs/job'
import type { Actor } from '../../domain/policy'
import { Refusal } from '../../domain/refusal'
import { openStore } from '../../evidence/files/open-store'
import { readVerified } from '../../evidence/files/read-verified'
import { runJob } from '../../jobs/run-job'
import { findSeen, type Seen } from './people'
import { refusePlace, writeOut } from './write-out'

interface Wanted extends Going {
  article: string
  /** The email address of whoever it is for. */
  as: string
}

interface Going {
  /** Where to; without, the folder that one stands in, under the name that the page gives it. */
  output?: string
  /** Hears how far it is. */
  report: (said: string) => void
  /** Aborted when it is not wanted any more: the job is called off. */
  unwanted: AbortSignal
}

/**
 * Has the evidence bundle of an article made by a job, as its page does, and writes it to a file. It stays with the
 * person's bundles on that page. Where no process does jobs, this one does this job.
 */
export async function makeBundle({ article: named, as, ...going }: Wanted) {
  if (going.output !== undefined) refusePlace(going.output)
  const { actor, article } = await findSeen(named, as)
  return withLogIn(actor, (actor) => madeFor({ actor, article }, going))
}

async function madeFor({ actor, article }: Seen, { output, ...going }: Going) {
  const { jobId } = await askForBundle(actor, { articleId: article.id })
  const job = await done(actor, jobId, going)
  const made = job.state === 'done' ? await findBundle(actor, { slug: article.slug, jobId }) : null
  if (!made) throw new Refusal('unavailable', job.says || 'It was called off.')

  const { sha256, bytes, name, revision, entries, hasLog, leftOut } = made
  const file = output ?? name
  const kept = { newsroomId: actor.newsroomId, sha256, bytes }
  await writeOut(file, await readVerified(openStore(), kept))
  const { slug, headline } = article
  return {
    ...{ file, newsroom: actor.newsroomSlug, slug, headline, madeFor: actor.name },
    ...{ revision, sha256, bytes, entries, hasLog, leftOut },
  }
}

/** How often it is looked how far the job is, in milliseconds. */
const EVERY = 300

/** The job, once it has come to its end. */
async function done(
  actor: Actor,
  jobId: string,
  { report, unwanted }: Omit<Going, 'output'>,
): Promise<Job> {
  const cancel = () => void cancelJob(actor, { jobId }).catch(() => undefined)
  if (unwanted.aborted) cancel()
  unwanted.addEventListener('abort', cancel, { once: true })
  const stopping = new AbortController().signal
  let doing: Promise<void> | undefined
  try {
    for (;;) {
      const job = await findJob(actor, jobId)
      if (!job) throw new Refusal('not-found', 'The job is not here any more.')
      if (!isUnderWay(job.state)) return job
      report(job.says || 'Waits for the process that does jobs …')
      if (!doing && job.state === 'waiting' && !(await isJobProcessRunning(actor))) {
        doing = runJob(jobId, { stopping, pauses: [0, 0] }).finally(() => {
          doing = undefined
        })
      }
      await (doing ? Promise.race([doing, delay(EVERY)]) : delay(EVERY))
    }
  } finally {
    unwanted.removeEventListener('abort', cancel)
    await doing
  }
}
