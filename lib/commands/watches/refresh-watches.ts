import { insertJob } from '@/lib/db/jobs/jobs'
import { updateLooksCancelled } from '@/lib/db/jobs/looks'
import {
  insertWatch,
  listCitedCopies,
  listOpenWatches,
  type OpenWatch,
  updateWatches,
} from '@/lib/db/watches/watches'
import type { Actor } from '@/lib/domain/policy'

/**
 * Has the pages watched that an article cites now: a page that was cited or kept since joins, and one that is not cited any
 * more leaves, as does the older copy where a person had the page kept anew. Answers with the watches that go on, the new
 * ones among them, of which no look is asked for yet.
 */
export async function refreshWatches(
  actor: Actor,
  articleId: string,
  { everyHours, nextAt }: { everyHours: number; nextAt: Date },
): Promise<{ open: OpenWatch[]; joined: OpenWatch[] }> {
  const [copies, before] = await Promise.all([
    listCitedCopies(actor, articleId),
    listOpenWatches(actor, articleId),
  ])
  const cited = new Set(copies.map(({ captureId }) => captureId))
  const watched = new Set(before.map(({ captureId }) => captureId))
  await endWatches(actor, articleId, {
    watches: before.filter(({ captureId }) => !cited.has(captureId)),
  })
  const joined: OpenWatch[] = []
  for (const { captureId, sourceId, address } of copies) {
    if (watched.has(captureId)) continue
    const id = await insertWatch(actor, { articleId, captureId, everyHours, nextAt })
    joined.push({ id, captureId, everyHours, nextAt, sourceId, address })
  }
  return { open: [...before.filter(({ captureId }) => cited.has(captureId)), ...joined], joined }
}

/** Ends watches, and calls off the looks that wait for their time. */
export async function endWatches(
  actor: Actor,
  articleId: string,
  { watches }: { watches: readonly OpenWatch[] },
): Promise<void> {
  if (watches.length === 0) return
  const captureIds = watches.map(({ captureId }) => captureId)
  await updateLooksCancelled(actor, { articleId, captureIds })
  await updateWatches(
    actor,
    watches.map(({ id }) => id),
    { endedAt: new Date() },
  )
}

/** Has a page looked at by a job, not before a moment. */
export async function askForLook(
  actor: Actor,
  articleId: string,
  {
    watch,
    runAt,
  }: { watch: Pick<OpenWatch, 'id' | 'captureId' | 'sourceId' | 'address'>; runAt?: Date },
): Promise<void> {
  const { id: watchId, captureId, sourceId, address: about } = watch
  const input = { watchId }
  await insertJob(actor, {
    ...{ kind: 'look_again', about, input, runAt },
    ...{ articleId, sourceId, captureId },
  })
}
