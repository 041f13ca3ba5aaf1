import type { Actor } from '@/lib/domain/policy'
import type { EventAuthor } from '../audit/log'
import { db } from '../client'
import type { Prisma } from '../generated/client'

const shown = {
  ...{ id: true, url: true, events: true, isOn: true, offReason: true, failingSince: true },
  ...{ oldUntil: true, addedById: true, addedAt: true },
} satisfies Prisma.WebhookSelect

export type Webhook = Prisma.WebhookGetPayload<{ select: typeof shown }>

/** The addresses that are told what happens in the newsroom. */
export async function listWebhooks(actor: Actor): Promise<Webhook[]> {
  return db().webhook.findMany({
    where: { newsroomId: actor.newsroomId, removedAt: null },
    select: shown,
    orderBy: [{ addedAt: 'asc' }, { id: 'asc' }],
  })
}

export async function findWebhook(actor: Actor, id: string): Promise<Webhook | null> {
  return (await listWebhooks(actor)).find((one) => one.id === id) ?? null
}

export interface NewWebhook {
  url: string
  events: readonly string[]
  seed: string
}

export async function insertWebhook(
  { newsroomId, userId }: Actor,
  { url, events, seed }: NewWebhook,
): Promise<string> {
  const { id } = await db().webhook.create({
    data: { newsroomId, addedById: userId, url, events: [...events], seed },
    select: { id: true },
  })
  return id
}

/** Changes where a webhook goes, what it is told, and whether it is; whoever switches it on begins anew. */
export async function updateWebhook(
  { newsroomId }: Pick<EventAuthor, 'newsroomId'>,
  id: string,
  data: Partial<Pick<Webhook, 'url' | 'events' | 'isOn' | 'offReason' | 'failingSince'>>,
): Promise<void> {
  await db().webhook.updateMany({ where: { id, newsroomId }, data })
}

/** Gives a webhook another secret; the one before signs too until then. */
export async function updateWebhookSecret(
  { newsroomId }: Actor,
  id: string,
  { seed, oldUntil }: { seed: string; oldUntil: Date },
): Promise<void> {
  await db().$executeRaw`
    UPDATE "Webhook" SET "oldSeed" = seed, seed = ${seed}, "oldUntil" = ${oldUntil}
    WHERE id = ${id} AND "newsroomId" = ${newsroomId}`
}

/** Takes a webhook off the list, and gives up what waits for it. */
export async function updateWebhookRemoved({ newsroomId }: Actor, id: string): Promise<void> {
  await db().webhook.updateMany({ where: { id, newsroomId }, data: { removedAt: new Date() } })
  await db().webhookDelivery.updateMany({
    where: { webhookId: id, newsroomId, state: 'waiting' },
    data: { state: 'failed' },
  })
}
