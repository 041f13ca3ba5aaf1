import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { linkSecretOf } from '@/lib/keys/link-secrets'

/** How long a link for a new password works, in hours. */
export const HOURS_OPEN = 24

/** The same of one that goes by mail, where others may come across it later. */
export const HOURS_OPEN_BY_MAIL = 2

/** A secret for a link that goes by mail, and the seed from which the process that sends it makes it again. */
export function newLinkByMail(): { seed: string; secret: string } {
  const seed = randomUUID()
  return { seed, secret: linkSecretOf(seed) }
}

/** A secret for a link: 192 random bits, safe in an address. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url')
}

/** What is stored of a secret that somebody else holds: its SHA-256, hex. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex')
}
