import { Secret, TOTP } from 'otpauth'
import { FARTHEST_STEPS } from '@/lib/domain/accounts/second-factor'

/** A secret for an authenticator app: 160 random bits (RFC 4226, 4), base32. */
export function newAuthenticatorSecret(): string {
  return new Secret({ size: 20 }).base32
}

/** The address that an authenticator app reads from a QR code. */
export function authenticatorAddress(secret: string, email: string): string {
  return totpOf(secret, email).toString()
}

/** The code of a moment (RFC 6238: SHA-1, six digits, steps of 30 seconds, which is what every app knows). */
export function authenticatorCode(secret: string, at: Date = new Date()): string {
  return totpOf(secret).generate({ timestamp: at.getTime() })
}

/** How many steps away from now this code is the right one, the nearest; null where it is none for a quarter of an hour around. */
export function stepsAway(secret: string, code: string, at: Date): number | null {
  const timestamp = at.getTime()
  return totpOf(secret).validate({ token: code, timestamp, window: FARTHEST_STEPS })
}

const totpOf = (secret: string, label = '') =>
  new TOTP({ issuer: 'Stet', label, secret: Secret.fromBase32(secret), algorithm: 'SHA1' })
