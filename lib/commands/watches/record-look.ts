import { z } from 'zod'
import { isLookWaiting } from '@/lib/db/jobs/looks'
import { findWatch, type Watch } from '@/lib/db/watches/find-watch'
import { insertLook, updateWatches } from '@/lib/db/watches/watches'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { keysOf } from '@/lib/domain/vocabulary'
import { FOUND } from '@/lib/domain/watches/look'
import { nextLook } from '@/lib/domain/watches/schedule'
import { pageFields, recordPage } from '../captures/record-page'
import { command } from '../command'
import { id } from '../fields'
import { askAboutPage, type Standing } from './ask-about-page'
import { askForLook, refreshWatches } from './refresh-watches'

/**
 * Puts on record what a job found when it looked at a kept page again, and when the next look is due. A page that changed
 * is kept as it is now; about one that changed or is gone the editor is asked, once for one change. No form sends it.
 */
export const recordLook = command('recordLook', {
  permission: 'source.keep',
  input: z.object({
    watchId: id,
    found: z.enum(keysOf(FOUND)),
    /** Why it was not reached, or is gone, in a sentence. */
    says: z.string().max(2_000).default(''),
    /** As it is now, where it changed and was not seen like this before. */
    page: z.object(pageFields).nullable().default(null),
    /** Whether the words of evidence still stand in it, by the evidence's id. */
    stands: z.record(z.string(), z.boolean()).default({}),
  }),
  subject: (actor, { watchId }) => findWatch(actor, watchId),

  async run({ actor, input, subject: watch, record }) {
    if (watch.endedAt) throw new Refusal('conflict', 'This page is not looked at any more.')
    const { found, says } = input
    const { articleId, capture, everyHours } = watch
    const captureId = await keptNow(actor, { watch, input, record })
    const queryIds = await asked(actor, { watch, input, record })
    await insertLook(actor, { watchId: watch.id, found, says, captureId, queryIds })

    const unreached = found === 'unreachable' ? watch.unreached + 1 : 0
    const nextAt = nextLook(new Date(), { everyHours, unreached })
    await updateWatches(actor, [watch.id], { nextAt })
    await goOn(actor, watch, nextAt)
    const { id: sourceId, title } = capture.source
    record({
      ...{ type: 'page.looked-at', articleId, sourceId, title, address: capture.address },
      ...{ found, says, again: nextAt.toISOString() },
      ...(captureId && { captureId }),
    })
    return { captureId, queries: queryIds.length }
  },
})

interface Looked {
  watch: Watch
  input: {
    found: keyof typeof FOUND
    page: Parameters<typeof recordPage>[1]['page'] | null
    stands: Standing
  }
  record: (event: DeskEvent) => void
}

/** The copy of the page as it is now: a new one, or the one that was kept when it was first seen so. */
async function keptNow(
  actor: Actor,
  { watch, input: { found, page }, record }: Looked,
): Promise<string | null> {
  if (found !== 'changed') return null
  if (page) return recordPage(actor, { source: watch.capture.source, page, record })
  return watch.changed?.captureId ?? null
}

/** The queries about it: asked now where it was not known, and otherwise when it became known. */
async function asked(
  actor: Actor,
  { watch, input: { found, page, stands }, record }: Looked,
): Promise<readonly string[]> {
  const { reached, changed } = watch
  const isSeen = page === null && changed !== null
  const isKnown = found === 'changed' ? isSeen : reached?.found === 'gone'
  if ((found === 'changed' || found === 'gone') && !isKnown) {
    return askAboutPage(actor, { watch, found, stands, record })
  }
  return reached?.queryIds ?? []
}

/** Has this page, and those that joined since, looked at in their time. */
async function goOn(actor: Actor, watch: Watch, nextAt: Date): Promise<void> {
  const { articleId, everyHours } = watch
  const { open, joined } = await refreshWatches(actor, articleId, { everyHours, nextAt })
  const goesOn = open.filter(({ id }) => id === watch.id)
  for (const one of [...goesOn, ...joined]) {
    const { captureId } = one
    if (await isLookWaiting(actor, { articleId, captureId })) continue
    await askForLook(actor, articleId, { watch: one, runAt: nextAt })
  }
}
