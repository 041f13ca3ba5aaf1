import { createHash, randomBytes } from 'node:crypto'

const RECOVERY_CODES = 10

/** Codes for whoever has no authenticator at hand: 80 random bits each, in letters and digits that are not taken for others. */
export function newRecoveryCodes(): string[] {
  return Array.from({ length: RECOVERY_CODES }, () => {
    const letters = [...randomBytes(16)].map((byte) => ALPHABET[byte % ALPHABET.length]).join('')
    return letters.replace(/(.{4})(?=.)/g, '$1-')
  })
}

/** 32 of them, so that each byte's rest is as likely as any other. */
const ALPHABET = 'abcdefghjkmnpqrstuvwxyz023456789'

/** What is stored of a recovery code, however it is typed: its SHA-256, hex. */
export function hashRecoveryCode(typed: string): string {
  const code = typed.toLowerCase().replace(/[^a-z0-9]/g, '')
  return createHash('sha256').update(code, 'utf8').digest('hex')
}
