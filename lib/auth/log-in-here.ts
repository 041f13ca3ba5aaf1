import { cookies, headers } from 'next/headers'
import { CLIENT_ADDRESS } from './client-address'
import { deviceCookie, deviceCookieName } from './known-device'
import { logIn } from './log-in'

/** Logs somebody in by the request that is being answered, and lets their device be known from then on. */
export async function logInHere(raw: unknown) {
  const [sent, jar] = [await headers(), await cookies()]
  const found = await logIn(raw, {
    address: sent.get(CLIENT_ADDRESS) ?? '',
    userAgent: sent.get('user-agent') ?? '',
    deviceOf: (email) => jar.get(deviceCookieName(email))?.value,
  })
  if (!found) return null
  const { name, value, options } = deviceCookie(found.email, found.device)
  jar.set(name, value, options)
  return { id: found.id, sessionId: found.sessionId }
}
