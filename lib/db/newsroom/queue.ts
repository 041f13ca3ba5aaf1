/** What the job process does to the deliveries of webhooks, in nobody's name. */

import type { DeliveryAnswer } from '@/lib/domain/webhooks/delivery'
import { db } from '../client'
import type { Prisma } from '../generated/client'

/** The name under which the queue knows that something waits for a webhook; its payload is the webhook's id. */
export const WEBHOOK_TASK = 'webhook'

const due = {
  ...{ id: true, newsroomId: true, type: true, seq: true, at: true, attempts: true, answers: true },
  webhook: {
    select: {
      ...{ id: true, url: true, seed: true, oldSeed: true, oldUntil: true, failingSince: true },
      ...{ addedById: true, newsroom: { select: { id: true, slug: true } } },
    },
  },
} satisfies Prisma.WebhookDeliverySelect

/** A delivery whose time has come, with where it goes. */
export type DueDelivery = Prisma.WebhookDeliveryGetPayload<{ select: typeof due }>

/** The delivery to an address that waits longest, as far as its time has come and the address is on. */
export function findDueDelivery(webhookId: string, now: Date): Promise<DueDelivery | null> {
  return db().webhookDelivery.findFirst({
    where: {
      ...{ webhookId, state: 'waiting', nextAt: { lte: now } },
      webhook: { removedAt: null, isOn: true },
    },
    orderBy: [{ nextAt: 'asc' }, { at: 'asc' }, { id: 'asc' }],
    select: due,
  })
}

/** The entry of the log that a delivery is about. */
export function findOccasion({ newsroomId, seq }: Pick<DueDelivery, 'newsroomId' | 'seq'>) {
  if (seq === null) return Promise.resolve(null)
  return db().auditEvent.findUniqueOrThrow({
    where: { newsroomId_seq: { newsroomId, seq } },
    select: { actorId: true, articleId: true, claimId: true, data: true },
  })
}

/** The hosts of its own network that a newsroom lets Stet ask. */
export async function listHostsAllowedIn(newsroomId: string) {
  const rows = await db().allowedHost.findMany({
    where: { newsroomId, removedAt: null },
    select: { host: true, port: true },
  })
  return rows.map(({ host, port }) => ({ host, port: port || undefined }))
}

/** Keeps what was answered, and whether the delivery is done, tried again at `nextAt`, or given up. */
export async function updateDelivery(
  { id, webhook }: DueDelivery,
  {
    answers,
    state,
    nextAt,
    failingSince,
  }: {
    answers: readonly DeliveryAnswer[]
    state: 'waiting' | 'delivered' | 'failed'
    nextAt: Date
    failingSince: Date | null
  },
): Promise<void> {
  await db().webhookDelivery.updateMany({
    where: { id, state: 'waiting' },
    data: {
      answers: answers.map((one) => ({ ...one })),
      state,
      nextAt,
      attempts: { increment: 1 },
    },
  })
  await db().webhook.updateMany({ where: { id: webhook.id }, data: { failingSince } })
}

/** Has an address looked at again as soon as the next delivery to it is due, and not before this moment. */
export async function updateDeliveriesWoken(webhookId: string, notBefore: Date): Promise<void> {
  await db().$queryRaw`
    SELECT "wake_webhook"(hook.id, greatest(min(delivery."nextAt"), ${notBefore}))::text
    FROM "Webhook" hook JOIN "WebhookDelivery" delivery ON delivery."webhookId" = hook.id
    WHERE hook.id = ${webhookId} AND hook."isOn" AND hook."removedAt" IS NULL AND delivery.state = 'waiting'
    GROUP BY hook.id`
}

/** Has all addresses looked at for which something waits: what the queue forgot, their rows know. */
export async function updateAllDeliveriesWoken(): Promise<void> {
  await db().$queryRaw`
    SELECT "wake_webhook"(hook.id, min(delivery."nextAt"))::text
    FROM "Webhook" hook JOIN "WebhookDelivery" delivery ON delivery."webhookId" = hook.id
    WHERE hook."isOn" AND hook."removedAt" IS NULL AND delivery.state = 'waiting'
    GROUP BY hook.id`
}

/** How long deliveries that came to their end are kept, in milliseconds. */
const KEPT = 30 * 86_400_000

/** Lets go of what was delivered or given up a month ago. */
export async function deleteOldDeliveries(now: Date): Promise<void> {
  await db().webhookDelivery.deleteMany({
    where: { state: { not: 'waiting' }, at: { lt: new Date(now.getTime() - KEPT) } },
  })
}

/** The admins of a newsroom. */
export function listAdminsOf(newsroomId: string) {
  return db().membership.findMany({
    where: { newsroomId, role: 'admin', removedAt: null },
    select: { userId: true, newsroomId: true, user: { select: { email: true } } },
  })
}
