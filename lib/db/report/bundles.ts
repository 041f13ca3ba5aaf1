import type { Actor } from '@/lib/domain/policy'
import { isStillFor, type MadeBundle, madeBundleSchema } from '@/lib/domain/report/bundle-made'
import { type Article, findArticle } from '../articles/articles'
import { db } from '../client'
import { findJob, type Job } from '../jobs/jobs'
import { listHeldBundles } from './bundle-files'

/** An evidence bundle that this person had made and may have still. */
export interface BundleShown extends MadeBundle {
  jobId: string
  madeAt: Date
  /** Whether anything was done about the article since, other than to make bundles. */
  changedSince: boolean
}

/** The bundles of an article that were made for this person as they see it now, newest first. */
export async function listBundles(
  actor: Actor,
  article: Pick<Article, 'id' | 'writerIds' | 'checkerIds'>,
): Promise<BundleShown[]> {
  const rows = await db().job.findMany({
    where: { ...ofBundles(actor, article.id), state: 'done' },
    select: { id: true, output: true, finishedAt: true, askedAt: true },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
    take: SHOWN,
  })
  const last = await findLastChange(actor, article.id)
  const bundles = rows.flatMap(({ output, ...row }) => {
    const made = madeBundleSchema.safeParse(output).data
    return made ? { ...row, made } : []
  })
  const held = await listHeldBundles(
    actor,
    bundles.map(({ made }) => made.sha256),
  )
  return bundles.flatMap(({ id, made, finishedAt, askedAt }) => {
    if (!held.has(made.sha256) || !isStillFor(made, actor, article)) return []
    return { ...made, jobId: id, madeAt: finishedAt ?? askedAt, changedSince: last > made.entries }
  })
}

const SHOWN = 20

/** One of them, in the article with this slug. */
export async function findBundle(
  actor: Actor,
  { slug, jobId }: { slug: string; jobId: string },
): Promise<MadeBundle | null> {
  const article = await findArticle(actor, { slug })
  if (!article) return null
  const row = await db().job.findFirst({
    where: { ...ofBundles(actor, article.id), id: jobId, state: 'done' },
    select: { output: true },
  })
  const made = row && madeBundleSchema.safeParse(row.output).data
  if (!made || !isStillFor(made, actor, article)) return null
  return (await listHeldBundles(actor, [made.sha256])).has(made.sha256) ? made : null
}

/** The newest job that was to make a bundle of this article for this person, unless it did. */
export async function findBundleJob(actor: Actor, articleId: string): Promise<Job | null> {
  const newest = await db().job.findFirst({
    where: ofBundles(actor, articleId),
    select: { id: true, state: true },
    orderBy: [{ askedAt: 'desc' }, { id: 'desc' }],
  })
  return newest && newest.state !== 'done' ? findJob(actor, newest.id) : null
}

/** Whether a bundle of this article waits or is being made for this person. */
export async function hasBundleUnderWay(actor: Actor, articleId: string): Promise<boolean> {
  const under = { state: { in: ['waiting' as const, 'running' as const] } }
  return (await db().job.count({ where: { ...ofBundles(actor, articleId), ...under } })) > 0
}

/** Bundles belong to who asked for them. */
const ofBundles = ({ newsroomId, userId }: Actor, articleId: string) => ({
  ...{ newsroomId, articleId, askedById: userId },
  kind: 'make_bundle' as const,
})

/** The number of the last entry about the article that is not about its bundles. */
async function findLastChange({ newsroomId }: Actor, articleId: string): Promise<number> {
  const last = await db().auditEvent.aggregate({
    where: { newsroomId, articleId, type: { notIn: ['bundle.asked', 'bundle.made'] } },
    _max: { seq: true },
  })
  return last._max.seq ?? 0
}
