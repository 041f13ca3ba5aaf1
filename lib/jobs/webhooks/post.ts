import type { Readable } from 'node:stream'
import { type DueDelivery, findOccasion, listHostsAllowedIn } from '@/lib/db/newsroom/queue'
import { Refusal } from '@/lib/domain/refusal'
import { type DeliveryAnswer, TIME_LIMIT } from '@/lib/domain/webhooks/delivery'
import { payloadOf } from '@/lib/domain/webhooks/payload'
import { signatureHeaders } from '@/lib/domain/webhooks/signature'
import { fetchOutside } from '@/lib/evidence/outgoing/fetch-outside'
import { webhookSecretOf } from '@/lib/keys/webhook-secrets'

/** How much of what an address says is kept, in bytes. */
const KEPT = 2_048

/** Sends a delivery by the one way out, signed; what went wrong is an answer too. Throws only when it is called off. */
export async function post(
  due: DueDelivery,
  { signal, at }: { signal: AbortSignal; at: Date },
): Promise<DeliveryAnswer> {
  const { id, webhook } = due
  const body = await bodyOf(due)
  const begun = Date.now()
  const answered = (rest: Pick<DeliveryAnswer, 'status' | 'says' | 'body'>) => ({
    ...{ at: at.toISOString(), took: Date.now() - begun, ...rest },
  })
  try {
    const answer = await fetchOutside(webhook.url, {
      headers: {
        'content-type': 'application/json',
        ...signatureHeaders({ id, at, body }, secretsOf(webhook, at)),
      },
      body: Buffer.from(body),
      allowed: await listHostsAllowedIn(due.newsroomId),
      limits: { totalTime: TIME_LIMIT, idleTime: TIME_LIMIT, redirects: 0 },
      signal,
    })
    const said = await beginningOf(answer.body)
    return answered({ status: answer.status, says: '', body: said })
  } catch (error) {
    signal.throwIfAborted()
    if (!(error instanceof Refusal)) throw error
    return answered({ status: null, says: error.message, body: '' })
  }
}

async function bodyOf(due: DueDelivery): Promise<string> {
  const { type, at, seq, webhook } = due
  const entry = await findOccasion(due)
  const none = { actorId: null, articleId: null, claimId: null, data: { webhookId: webhook.id } }
  return payloadOf(
    { type, at, seq, newsroom: webhook.newsroom, ...(entry ?? none) },
    process.env.NEXTAUTH_URL ?? '',
  )
}

function secretsOf({ seed, oldSeed, oldUntil }: DueDelivery['webhook'], at: Date): string[] {
  const isOldGood = oldSeed !== '' && oldUntil !== null && oldUntil > at
  return [seed, ...(isOldGood ? [oldSeed] : [])].map(webhookSecretOf)
}

/** The first kilobytes, without what no database stores; whatever breaks off after them. */
async function beginningOf(body: Readable): Promise<string> {
  const parts: Buffer[] = []
  let bytes = 0
  try {
    for await (const part of body) {
      parts.push(part)
      bytes += part.length
      if (bytes >= KEPT) break
    }
  } catch {
    // Its status came, which is what counts.
  } finally {
    body.destroy()
  }
  const text = new TextDecoder().decode(Buffer.concat(parts).subarray(0, KEPT))
  return text.replaceAll('\0', '')
}
