import { createHmac } from 'node:crypto'

/**
 * The secret of a link that goes by mail: made of its seed and the installation's own secret (HMAC-SHA-256, the first 192
 * bits), so that the process that sends it can make it again, and the database, which knows the seed, cannot.
 */
export function linkSecretOf(seed: string): string {
  const key = process.env.NEXTAUTH_SECRET
  if (!key) throw new Error('NEXTAUTH_SECRET is missing; whatever starts the app has to give it')
  const mac = createHmac('sha256', key).update(`link by mail: ${seed}`, 'utf8').digest()
  return mac.subarray(0, 24).toString('base64url')
}
