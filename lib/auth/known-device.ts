import { createHash, createHmac, randomUUID, timingSafeEqual } from 'node:crypto'

/** A cookie by which a device shows that somebody logged in on it before; it opens nothing by itself. */
export interface DeviceCookie {
  name: string
  value: string
  options: { httpOnly: true; sameSite: 'lax'; secure: boolean; path: '/'; maxAge: number }
}

const YEAR = 365 * 24 * 3600

/** The name of the cookie for an account: several people may use one device. */
export const deviceCookieName = (email: string) =>
  `stet-device-${createHash('sha256').update(email).digest('hex').slice(0, 16)}`

/** The cookie that a device gets when somebody logs in on it, kept if it has one. */
export function deviceCookie(email: string, known: string | null): DeviceCookie {
  const id = known ?? randomUUID()
  const secure = process.env.NEXTAUTH_URL?.startsWith('https:') ?? false
  return {
    name: deviceCookieName(email),
    value: `${id}.${signed(email, id)}`,
    options: { httpOnly: true, sameSite: 'lax', secure, path: '/', maxAge: YEAR },
  }
}

/** The id of a device on which this account logged in before; null where the cookie does not say so, or was not ours. */
export function deviceIn(email: string, value: string | undefined): string | null {
  const [id = '', signature = ''] = value?.split('.') ?? []
  const expected = Buffer.from(signed(email, id))
  const sent = Buffer.from(signature)
  return sent.length === expected.length && timingSafeEqual(sent, expected) ? id : null
}

function signed(email: string, id: string): string {
  const secret = process.env.NEXTAUTH_SECRET
  if (!secret) throw new Error('NEXTAUTH_SECRET is not set')
  return createHmac('sha256', secret).update(`stet-device\n${email}\n${id}`).digest('base64url')
}
