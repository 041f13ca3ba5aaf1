import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import {
  type Delivery,
  findDelivery,
  insertTestDelivery,
  updateDeliveryAgain,
} from '@/lib/db/newsroom/deliveries'
import {
  findWebhook,
  insertWebhook,
  listWebhooks,
  updateWebhook,
  updateWebhookRemoved,
  updateWebhookSecret,
  type Webhook,
} from '@/lib/db/newsroom/webhooks'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { parseAddress } from '@/lib/domain/web-address'
import { OLD_SECRET_LASTS } from '@/lib/domain/webhooks/delivery'
import { isEventChoice, tidied } from '@/lib/domain/webhooks/event-names'
import { webhookSecretOf } from '@/lib/keys/webhook-secrets'
import { command } from '../command'
import { id, needed, several, ticked } from '../fields'

/** So many addresses a newsroom can have told. */
const MOST_WEBHOOKS = 20

const url = needed('Fill in the address.', 1_000).refine((text) => {
  const read = parseAddress(text)
  const isWeb = read?.protocol === 'https:' || read?.protocol === 'http:'
  return isWeb && !read.username && !read.password
}, 'This is no address that can be told. One looks like https://example.org/stet, without a user or password in it.')

const events = several(z.string().max(80))
  .refine((all) => all.length > 0, 'Choose at least one event.')
  .refine((all) => all.every(isEventChoice), 'One of these events does not exist.')
  .transform(tidied)

/** Has an address told what happens in the newsroom. Answers with the secret that signs, which is not stored. */
export const addWebhook = command('addWebhook', {
  permission: 'newsroom.manage',
  secretive: true,
  input: z.object({ url, events }),
  subject: async () => ({}),

  async run({ actor, input, record }) {
    if ((await listWebhooks(actor)).length >= MOST_WEBHOOKS) {
      const message = `There are ${MOST_WEBHOOKS} addresses already. Remove one first.`
      throw new Refusal('invalid', message, { url: message })
    }
    const seed = newSeed()
    const webhookId = await insertWebhook(actor, { ...input, seed })
    record({ type: 'webhook.added', webhookId, host: hostOf(input.url) })
    return { webhookId, secret: webhookSecretOf(seed) }
  },
})

/** Changes where a webhook goes and what it is told, and switches it on or off. */
export const changeWebhook = command('changeWebhook', {
  permission: 'newsroom.manage',
  input: z.object({ webhookId: id, url, events, isOn: ticked }),
  subject: (actor, { webhookId }) => findWebhook(actor, webhookId),

  async run({ actor, input: { webhookId, ...input }, record }) {
    await updateWebhook(actor, webhookId, { ...input, offReason: '', failingSince: null })
    record({ type: 'webhook.changed', webhookId, host: hostOf(input.url), isOn: input.isOn })
  },
})

/** Makes another secret, which is shown once; the one before signs too for a day, so that nothing is refused meanwhile. */
export const rotateWebhookSecret = command('rotateWebhookSecret', {
  permission: 'newsroom.manage',
  secretive: true,
  input: z.object({ webhookId: id }),
  subject: (actor, { webhookId }) => findWebhook(actor, webhookId),

  async run({ actor, input: { webhookId }, subject, record }) {
    const seed = newSeed()
    const oldUntil = new Date(Date.now() + OLD_SECRET_LASTS)
    await updateWebhookSecret(actor, webhookId, { seed, oldUntil })
    record({ type: 'webhook.secret-rotated', ...about(subject) })
    return { webhookId, secret: webhookSecretOf(seed) }
  },
})

/** Has an address told nothing any more. */
export const removeWebhook = command('removeWebhook', {
  permission: 'newsroom.manage',
  input: z.object({ webhookId: id }),
  subject: (actor, { webhookId }) => findWebhook(actor, webhookId),

  async run({ actor, subject, record }) {
    await updateWebhookRemoved(actor, subject.id)
    record({ type: 'webhook.removed', ...about(subject) })
  },
})

/** Sends an event about nothing, to see whether it arrives. */
export const testWebhook = command('testWebhook', {
  permission: 'newsroom.manage',
  input: z.object({ webhookId: id }),
  subject: (actor, { webhookId }) => findWebhook(actor, webhookId),

  async run({ actor, subject, record }) {
    if (!subject.isOn) throw new Refusal('invalid', 'It is switched off. Switch it on first.')
    await insertTestDelivery(actor, subject.id)
    record({ type: 'webhook.tested', ...about(subject) })
  },
})

/** Sends something again under the same id: what was delivered or given up, or now what waits for its next try. */
export const resendDelivery = command('resendDelivery', {
  permission: 'newsroom.manage',
  input: z.object({ deliveryId: id }),
  subject: deliveryWithWebhook,

  async run({ actor, subject: { delivery, webhook }, record }) {
    if (!webhook.isOn) throw new Refusal('invalid', 'It is switched off. Switch it on first.')
    await updateDeliveryAgain(actor, delivery.id)
    record({ type: 'webhook.delivery-resent', ...about(webhook), deliveryId: delivery.id })
  },
})

async function deliveryWithWebhook(
  actor: Actor,
  { deliveryId }: { deliveryId: string },
): Promise<{ delivery: Delivery; webhook: Webhook } | null> {
  const delivery = await findDelivery(actor, deliveryId)
  const webhook = delivery && (await findWebhook(actor, delivery.webhookId))
  return webhook && { delivery, webhook }
}

const newSeed = () => randomBytes(24).toString('base64url')

const about = ({ id: webhookId, url }: Webhook) => ({ webhookId, host: hostOf(url) })

/** An address may have a key in its path or query: the log names its host alone. */
const hostOf = (address: string) => parseAddress(address)?.host ?? ''
