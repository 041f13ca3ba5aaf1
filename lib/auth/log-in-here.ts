import { cookies, headers } from 'next/headers'
import { CLIENT_ADDRESS } from './client-address'
import { deviceCookie, deviceCookieName } from './known-device'
import { type LoggedIn, logIn, logInByOpenId, type Where } from './log-in'
import { identityIn, TICKET } from './open-id/round-trip'

/** Logs somebody in by the request that is being answered, and lets their device be known from then on. */
export const logInHere = (raw: unknown) => entering((where) => logIn(raw, where))

/** The same by the ticket that this browser got after the answer of the house's provider; it opens once. */
export async function logInByTicket(raw: unknown) {
  const identity = identityIn((await cookies()).get(TICKET.name)?.value)
  return identity && entering((where) => logInByOpenId(identity, raw, where))
}

async function entering(enter: (where: Where) => Promise<LoggedIn | null>) {
  const [sent, jar] = [await headers(), await cookies()]
  const found = await enter({
    address: sent.get(CLIENT_ADDRESS) ?? '',
    userAgent: sent.get('user-agent') ?? '',
    deviceOf: (email) => jar.get(deviceCookieName(email))?.value,
  })
  if (!found) return null
  const { name, value, options } = deviceCookie(found.email, found.device)
  jar.set(name, value, options)
  jar.delete(TICKET.name)
  return { id: found.id, sessionId: found.sessionId }
}
