import { createHmac } from 'node:crypto'

/**
 * The secret that signs a webhook’s deliveries, as Standard Webhooks writes it: 256 bits, made of its seed and the
 * installation’s own secret (HMAC-SHA-256), so that the database, which knows the seed, cannot sign.
 */
export function webhookSecretOf(seed: string): string {
  const key = process.env.NEXTAUTH_SECRET
  if (!key) throw new Error('NEXTAUTH_SECRET is missing; whatever starts the app has to give it')
  return `whsec_${createHmac('sha256', key).update(`webhook: ${seed}`, 'utf8').digest('base64')}`
}
