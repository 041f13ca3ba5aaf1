import { switchWebhookOff } from '@/lib/commands/webhooks/switch-webhook-off'
import {
  type DueDelivery,
  findDueDelivery,
  updateDeliveriesWoken,
  updateDelivery,
} from '@/lib/db/newsroom/queue'
import {
  hasArrived,
  nextTry,
  restAfterFailure,
  whySwitchedOff,
} from '@/lib/domain/webhooks/delivery'
import { isMailSet } from '@/lib/mail/settings'
import { post } from './post'

/** How many deliveries go to an address before others have their turn. */
const MOST_IN_A_ROW = 50

/**
 * Sends what waits for one address, one after the other, for as long as it takes them; after a failure the address rests.
 * An answer is stored when it has come: a process that ends before sends again, under the same id.
 */
export async function deliverDue(
  webhookId: string,
  { stopping, now = () => new Date() }: { stopping: AbortSignal; now?: () => Date },
): Promise<void> {
  let notBefore = now()
  for (let count = 0; count < MOST_IN_A_ROW && !stopping.aborted; count++) {
    const due = await findDueDelivery(webhookId, now())
    if (!due) break
    const failingSince = await deliver(due, { stopping, now })
    if (failingSince) {
      notBefore = new Date(now().getTime() + restAfterFailure(failingSince, now()))
      break
    }
  }
  await updateDeliveriesWoken(webhookId, notBefore)
}

/** Tries one delivery. Answers since when nothing arrives there; null where it did. */
async function deliver(
  due: DueDelivery,
  { stopping, now }: { stopping: AbortSignal; now: () => Date },
): Promise<Date | null> {
  const { webhook } = due
  const answer = await post(due, { signal: stopping, at: now() })
  stopping.throwIfAborted()
  const answers = [...(Array.isArray(due.answers) ? due.answers : []), answer].slice(-MOST_ANSWERS)
  const kept = answers as (typeof answer)[]
  if (hasArrived(answer)) {
    const nextAt = now()
    await updateDelivery(due, { answers: kept, state: 'delivered', nextAt, failingSince: null })
    return null
  }
  const failingSince = webhook.failingSince ?? now()
  const off = whySwitchedOff(answer, failingSince, now())
  const next = off ? null : nextTry(due.attempts + 1, now())
  const state = next ? 'waiting' : 'failed'
  await updateDelivery(due, { answers: kept, state, nextAt: next ?? now(), failingSince })
  if (off) {
    const { host } = new URL(webhook.url)
    const { id, addedById } = webhook
    const about = { id, addedById, host, newsroomId: due.newsroomId }
    await switchWebhookOff(about, off, isMailSet())
  }
  return failingSince
}

const MOST_ANSWERS = 10
