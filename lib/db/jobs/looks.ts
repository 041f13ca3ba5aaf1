/** The jobs that look at kept pages again. */

import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import { seenBy } from '../visibility'
import { type Job, shown } from './jobs'

/** The newest look at each kept page of an article, where it failed for good, for whoever sees the article. */
export async function listFailedLooks(actor: Actor, articleId: string): Promise<Job[]> {
  const isSeen = await db().article.count({ where: { id: articleId, ...seenBy(actor) } })
  if (isSeen === 0) return []
  const jobs = await db().job.findMany({
    where: { newsroomId: actor.newsroomId, kind: 'look_again', articleId },
    distinct: ['captureId'],
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    select: shown,
  })
  return jobs.filter(({ state }) => state === 'failed')
}

/** Calls off the looks at these kept pages of an article that wait for their time. */
export async function updateLooksCancelled(
  { newsroomId }: Actor,
  { articleId, captureIds }: { articleId: string; captureIds: readonly string[] },
): Promise<void> {
  await db().job.updateMany({
    where: {
      ...{ newsroomId, articleId, kind: 'look_again', state: 'waiting' },
      captureId: { in: [...captureIds] },
    },
    data: { state: 'cancelled', says: '', finishedAt: new Date() },
  })
}

/** Whether a look at a kept page of an article waits already. */
export async function isLookWaiting(
  { newsroomId }: Actor,
  { articleId, captureId }: { articleId: string; captureId: string },
): Promise<boolean> {
  const found = await db().job.findFirst({
    where: { newsroomId, articleId, captureId, kind: 'look_again', state: 'waiting' },
    select: { id: true },
  })
  return found !== null
}
