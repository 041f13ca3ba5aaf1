import { z } from 'zod'
import { findArticle } from '@/lib/db/articles/articles'
import { updateLooksCancelled } from '@/lib/db/jobs/looks'
import { listOpenWatches, type OpenWatch, updateWatches } from '@/lib/db/watches/watches'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { keysOf } from '@/lib/domain/vocabulary'
import { HOURS, SCHEDULES, scheduleOf } from '@/lib/domain/watches/schedule'
import { command } from '../command'
import { id } from '../fields'
import { askForLook, endWatches, refreshWatches } from './refresh-watches'

/**
 * Says how often the pages that an article cites, and that are kept, are looked at again: the first time at once. Pages
 * that are kept later join by themselves.
 */
export const watchPages = command('watchPages', {
  permission: 'source.keep',
  input: z.object({
    articleId: id,
    schedule: z.enum(keysOf(SCHEDULES), 'Choose how often the pages are looked at.'),
  }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, input: { schedule }, subject: { id: articleId }, record }) {
    const before = await listOpenWatches(actor, articleId)
    if (schedule === scheduleOf(before[0]?.everyHours ?? null)) {
      const message = `It is set so already: “${SCHEDULES[schedule]}”.`
      throw new Refusal('conflict', message, { schedule: message })
    }
    if (schedule === 'off') {
      await endWatches(actor, articleId, { watches: before })
      record({ type: 'watch.set', articleId, schedule, pages: before.length })
      return { pages: 0 }
    }
    const everyHours = HOURS[schedule]
    const pages = await lookNow(actor, articleId, everyHours)
    if (pages === 0) throw new Refusal('invalid', NONE_KEPT, { schedule: NONE_KEPT })
    record({ type: 'watch.set', articleId, schedule, pages })
    return { pages }
  },
})

const NONE_KEPT = 'No page that this article cites is kept yet. Keep the pages first.'

/** Has the watched pages of an article looked at now, and from now on in their time. */
export const lookAgain = command('lookAgain', {
  permission: 'source.keep',
  input: z.object({ articleId: id }),
  subject: (actor, { articleId }) => findArticle(actor, { id: articleId }),

  async run({ actor, subject: { id: articleId }, record }) {
    const [first] = await listOpenWatches(actor, articleId)
    if (!first) throw new Refusal('conflict', 'The pages of this article are not looked at again.')
    const pages = await lookNow(actor, articleId, first.everyHours)
    record({ type: 'watch.looks-asked', articleId, pages })
    return { pages }
  },
})

/** Every page that the article cites is looked at in the actor's name from now on, and at once. */
async function lookNow(actor: Actor, articleId: string, everyHours: number): Promise<number> {
  const nextAt = new Date()
  const { open } = await refreshWatches(actor, articleId, { everyHours, nextAt })
  const captureIds = open.map(({ captureId }) => captureId)
  await updateLooksCancelled(actor, { articleId, captureIds })
  await updateWatches(actor, idsOf(open), { everyHours, nextAt, startedById: actor.userId })
  for (const watch of open) await askForLook(actor, articleId, { watch })
  return open.length
}

const idsOf = (watches: readonly OpenWatch[]) => watches.map(({ id }) => id)
