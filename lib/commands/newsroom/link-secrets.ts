import { createHash, randomBytes } from 'node:crypto'

/** How long a link for a new password works, in hours. */
export const HOURS_OPEN = 24

/** A secret for a link: 192 random bits, safe in an address. */
export function newSecret(): string {
  return randomBytes(24).toString('base64url')
}

/** What is stored of a secret that somebody else holds: its SHA-256, hex. */
export function hashSecret(secret: string): string {
  return createHash('sha256').update(secret, 'utf8').digest('hex')
}
