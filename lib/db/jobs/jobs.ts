import type { JobFacts, JobKind, JobState } from '@/lib/domain/jobs/job'
import { type Actor, manages } from '@/lib/domain/policy'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { sourcesSeenBy } from '../sources/sources'
import { seenBy } from '../visibility'
import { enqueue, JOB_PROCESS_RUNS } from './queue'

/** What is shown of a job. */
export const shown = {
  id: true,
  kind: true,
  articleId: true,
  sourceId: true,
  captureId: true,
  input: true,
  state: true,
  progress: true,
  says: true,
  attempts: true,
  output: true,
  askedById: true,
  askedAt: true,
  startedAt: true,
  finishedAt: true,
} satisfies Prisma.JobSelect

export type Job = Prisma.JobGetPayload<{ select: typeof shown }>

export interface NewJob {
  kind: JobKind
  /** What it is about, in a line for the list of jobs and the log: an address, a title. */
  about?: string
  input?: JobFacts
  articleId?: string
  sourceId?: string
  captureId?: string
  /** Not before this moment; at once where it is left out. */
  runAt?: Date
}

/** Puts a job on record and in the queue, in the transaction that is open: neither is there without the other. */
export async function insertJob(
  actor: Pick<Actor, 'newsroomId' | 'userId'>,
  { runAt, about = '', input, ...job }: NewJob,
): Promise<string> {
  const { id } = await db().job.create({
    data: {
      ...job,
      input: { ...input, about },
      newsroomId: actor.newsroomId,
      askedById: actor.userId,
    },
    select: { id: true },
  })
  await enqueue(id, runAt)
  return id
}

/** A job that this person asked for, or that is about a source, capture or article they may see; admins see all. */
export async function findJob(actor: Actor, id: string): Promise<Job | null> {
  const [job] = await listJobsById(actor, [id])
  return job ?? null
}

/** Those of these jobs that this person may see, in no promised order. */
export async function listJobsById(actor: Actor, ids: readonly string[]): Promise<Job[]> {
  const jobs = await db().job.findMany({
    where: { id: { in: [...ids] }, newsroomId: actor.newsroomId },
    select: shown,
  })
  if (manages(actor)) return jobs
  const seen = await placesSeen(actor, jobs)
  return jobs.filter(
    ({ askedById, sourceId, articleId, captureId }) =>
      askedById === actor.userId || [sourceId, articleId, captureId].some((id) => seen.has(id)),
  )
}

async function placesSeen(actor: Actor, jobs: readonly Job[]): Promise<Set<string | null>> {
  const idsOf = (of: 'sourceId' | 'articleId' | 'captureId') => jobs.flatMap((job) => job[of] ?? [])
  const sources = await db().source.findMany({
    where: { id: { in: idsOf('sourceId') }, ...sourcesSeenBy(actor) },
    select: { id: true },
  })
  const articles = await db().article.findMany({
    where: { id: { in: idsOf('articleId') }, ...seenBy(actor) },
    select: { id: true },
  })
  const captures = await db().capture.findMany({
    where: { id: { in: idsOf('captureId') }, source: sourcesSeenBy(actor) },
    select: { id: true },
  })
  return new Set([...sources, ...articles, ...captures].map(({ id }) => id))
}

/** The newest job of each kind for these sources, for whoever sees the sources. */
export async function listNewestJobs(actor: Actor, sourceIds: readonly string[]): Promise<Job[]> {
  if (sourceIds.length === 0) return []
  const seen = await db().source.findMany({
    where: { id: { in: [...sourceIds] }, ...sourcesSeenBy(actor) },
    select: { id: true },
  })
  return db().job.findMany({
    where: { newsroomId: actor.newsroomId, sourceId: { in: seen.map(({ id }) => id) } },
    distinct: ['sourceId', 'kind'],
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    select: shown,
  })
}

/** The newest job of a kind about an article, for whoever sees the article. */
export function findNewestJob(
  actor: Actor,
  { articleId, kind }: { articleId: string; kind: JobKind },
): Promise<Job | null> {
  return db().job.findFirst({
    where: { newsroomId: actor.newsroomId, articleId, kind },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    select: shown,
  })
}

/**
 * The newsroom's jobs, newest first, a page at a time, for whoever looks after it. Looks at kept pages are many: those
 * that wait for their time, or came to their end, stand with the pages that an article cites, and not here; mail that was
 * sent stands here only when it is asked for.
 */
export async function listJobs(
  actor: Actor,
  {
    after = '',
    kind,
    states,
    take = 30,
  }: { after?: string; kind?: JobKind; states?: readonly JobState[]; take?: number } = {},
): Promise<{ jobs: Job[]; next: string | null }> {
  if (!manages(actor)) return { jobs: [], next: null }
  const { newsroomId } = actor
  const last = after
    ? await db().job.findFirst({ where: { id: after, newsroomId }, select: { askedAt: true } })
    : null
  const older = last && {
    OR: [{ askedAt: { lt: last.askedAt } }, { askedAt: last.askedAt, id: { lt: after } }],
  }
  const jobs = await db().job.findMany({
    where: {
      newsroomId,
      NOT: [
        { kind: 'look_again', OR: [{ state: { in: ['done', 'cancelled'] } }, QUIET] },
        ...(kind === 'send_mail' ? [] : [{ kind: 'send_mail' as const, state: 'done' as const }]),
      ],
      ...(kind && { kind }),
      ...(states && { state: { in: [...states] } }),
      ...older,
    },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    select: shown,
    take: take + 1,
  })
  const page = jobs.slice(0, take)
  return { jobs: page, next: jobs.length > take ? (page.at(-1)?.id ?? null) : null }
}

const QUIET = { state: 'waiting', attempts: 0 } as const

/** Whether a job of this kind waits or runs already for this source. */
export async function hasJobUnderWay(
  actor: Actor,
  { kind, sourceId }: { kind: JobKind; sourceId: string },
): Promise<boolean> {
  const found = await db().job.findFirst({
    where: { newsroomId: actor.newsroomId, kind, sourceId, state: { in: ['waiting', 'running'] } },
    select: { id: true },
  })
  return found !== null
}

/** Has a job that waits to date this begin now instead of later; false where none waits. */
export async function updateStampJobNow(
  { newsroomId }: Actor,
  { captureId, stampId }: { captureId: string; stampId: string },
): Promise<boolean> {
  const waiting = await db().job.findFirst({
    where: {
      ...{ newsroomId, captureId, kind: 'time_stamp', state: 'waiting' },
      input: { path: ['stampId'], equals: stampId },
    },
    select: { id: true },
  })
  if (waiting) await enqueue(waiting.id)
  return waiting !== null
}

/** Calls a job off that waits or runs; false where it has ended meanwhile. */
export async function updateJobCancelled(actor: Actor, id: string): Promise<boolean> {
  const { count } = await db().job.updateMany({
    where: { id, newsroomId: actor.newsroomId, state: { in: ['waiting', 'running'] } },
    data: { state: 'cancelled', says: '', finishedAt: new Date() },
  })
  return count === 1
}

/** Has a failed or cancelled job begin anew in the name of this person; false where it is under way or done. */
export async function updateJobAgain(actor: Actor, id: string): Promise<boolean> {
  const { count } = await db().job.updateMany({
    where: { id, newsroomId: actor.newsroomId, state: { in: ['failed', 'cancelled'] } },
    data: { ...AFRESH, askedById: actor.userId },
  })
  if (count === 1) await enqueue(id)
  return count === 1
}

const AFRESH = {
  ...{ state: 'waiting' as JobState, progress: 0, says: '', attempts: 0 },
  ...{ startedAt: null, finishedAt: null },
}

/** Whether a process runs that does the newsroom's jobs; where none does, they wait. */
export async function isJobProcessRunning({ newsroomId }: Actor): Promise<boolean> {
  const [row] = await db().$queryRaw<{ runs: boolean }[]>`
    SELECT ${JOB_PROCESS_RUNS} AS runs FROM "Newsroom" WHERE id = ${newsroomId}`
  return row?.runs ?? false
}
