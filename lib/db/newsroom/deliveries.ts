import { z } from 'zod'
import { type Actor, manages } from '@/lib/domain/policy'
import type { DeliveryAnswer } from '@/lib/domain/webhooks/delivery'
import { db } from '../client'
import type { Prisma } from '../generated/client'

const shown = {
  ...{ id: true, webhookId: true, type: true, at: true, state: true },
  ...{ attempts: true, nextAt: true, answers: true },
} satisfies Prisma.WebhookDeliverySelect

const answer = z.object({
  ...{ at: z.string(), took: z.number(), status: z.number().nullable() },
  ...{ says: z.string(), body: z.string() },
})

const answersIn = (stored: unknown): DeliveryAnswer[] => z.array(answer).parse(stored)

type Row = Prisma.WebhookDeliveryGetPayload<{ select: typeof shown }>
export type Delivery = Omit<Row, 'answers'> & { answers: DeliveryAnswer[] }

const read = ({ answers, ...row }: Row): Delivery => ({ ...row, answers: answersIn(answers) })

/** A webhook’s deliveries, the newest first, a page at a time, for whoever looks after the newsroom. */
export async function listDeliveries(
  actor: Actor,
  { webhookId, after = '', take = 25 }: { webhookId: string; after?: string; take?: number },
): Promise<{ deliveries: Delivery[]; next: string | null }> {
  if (!manages(actor)) return { deliveries: [], next: null }
  const ofWebhook = { webhookId, newsroomId: actor.newsroomId }
  const last = after
    ? await db().webhookDelivery.findFirst({
        where: { id: after, ...ofWebhook },
        select: { at: true },
      })
    : null
  const rows = await db().webhookDelivery.findMany({
    where: {
      ...ofWebhook,
      ...(last && { OR: [{ at: { lt: last.at } }, { at: last.at, id: { lt: after } }] }),
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: shown,
    take: take + 1,
  })
  const page = rows.slice(0, take)
  const next = rows.length > take ? (page.at(-1)?.id ?? null) : null
  return { deliveries: page.map(read), next }
}

export async function findDelivery(actor: Actor, id: string): Promise<Delivery | null> {
  const row = await db().webhookDelivery.findFirst({
    where: { id, newsroomId: actor.newsroomId, webhook: { removedAt: null } },
    select: shown,
  })
  return row && read(row)
}

/** Puts a delivery on its way that is about nothing but the webhook itself. */
export async function insertTestDelivery({ newsroomId }: Actor, webhookId: string): Promise<void> {
  await db().webhookDelivery.create({
    data: { newsroomId, webhookId, type: 'webhook.tested', at: new Date() },
  })
  await wake(webhookId)
}

/** Has a delivery begin anew and now, also one that waits for its next try; false where it is not there. */
export async function updateDeliveryAgain({ newsroomId }: Actor, id: string): Promise<boolean> {
  const [begun] = await db().webhookDelivery.updateManyAndReturn({
    where: { id, newsroomId },
    data: { state: 'waiting', attempts: 0, nextAt: new Date() },
    select: { webhookId: true },
  })
  if (begun) await wake(begun.webhookId)
  return begun !== undefined
}

async function wake(webhookId: string) {
  await db().$queryRaw`SELECT "wake_webhook"(${webhookId}, now())::text`
}
