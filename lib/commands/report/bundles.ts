import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import { insertJob } from '@/lib/db/jobs/jobs'
import { findBundleBytes } from '@/lib/db/report/bundle-facts'
import { hasBundleUnderWay } from '@/lib/db/report/bundles'
import { Refusal } from '@/lib/domain/refusal'
import { assertRoom } from '../captures/files'
import { command } from '../command'
import { id } from '../fields'

/** Has the evidence bundle of an article made by a job, as this person may see it; one at a time. */
export const makeBundle = command('makeBundle', {
  permission: 'article.read',
  input: z.object({ articleId: id }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { articleId }, subject: { headline: about }, record }) {
    if (await hasBundleUnderWay(actor, articleId)) {
      throw new Refusal('conflict', 'A bundle of this article is being made for you already.')
    }
    await assertRoom(actor, await findBundleBytes(actor, articleId))
    const kind = 'make_bundle'
    const jobId = await insertJob(actor, { kind, input: { about }, articleId })
    record({ type: 'job.asked', jobId, kind, about })
    return { jobId }
  },
})
