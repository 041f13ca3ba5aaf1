import { z } from 'zod'
import { findUserByEmail } from '@/lib/db/newsroom/onboarding'
import {
  accountAttempts,
  countTry,
  deleteLoginFailures,
  insertSession,
  MAX_ATTEMPTS,
  networkAttempts,
  updateSessionRevoked,
} from '@/lib/db/newsroom/sessions'
import { deviceInWords } from '@/lib/domain/accounts/device'
import { unstorable } from '@/lib/domain/text/blocks'
import { networkOf } from './client-address'
import { deviceIn } from './known-device'
import { isPassword, NOBODYS_HASH } from './passwords'
import { assertSecondFactor } from './second-factor'

const credentials = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .refine((text) => unstorable(text) === null),
  password: z.string().max(200),
  /** Of the second factor; left out before it is asked for. */
  code: z.string().max(80).default(''),
})

/** Where somebody tries to log in. */
export interface Where {
  /** The network address of the client; empty where nobody knows. */
  address: string
  /** What the browser says that it is. */
  userAgent: string
  /** What the browser keeps in the cookie of a device on which this account logged in. */
  deviceOf: (email: string) => string | undefined
}

const NOWHERE: Where = { address: '', userAgent: '', deviceOf: () => undefined }

export interface LoggedIn {
  id: string
  sessionId: string
  /** As it is kept: in lower case. */
  email: string
  /** The device, if it was known before. */
  device: string | null
}

/**
 * A person whose address and password match, with a new log-in; null for everybody else, whatever the reason. Whoever has
 * a second factor shows it too; a wrong code counts as a wrong password does, and the right password forgets none of them.
 */
export async function logIn(raw: unknown, where: Where = NOWHERE): Promise<LoggedIn | null> {
  const parsed = credentials.safeParse(raw)
  if (!parsed.success) return null
  const { email, password, code } = parsed.data
  const device = deviceIn(email, where.deviceOf(email))
  // A device that is known is counted by itself, so that nobody else can shut it out.
  const own = device ? { [`device:${device}`]: MAX_ATTEMPTS } : accountAttempts(email)
  const tries = device ? own : { ...own, ...networkAttempts(networkOf(where.address)) }
  const tried = await countTry(tries)
  if (!tried) return null

  const user = await findUserByEmail(email)
  const right = await isPassword(user?.passwordHash ?? (await NOBODYS_HASH), password)
  if (!user || !right) return null
  await assertSecondFactor(user.id, code).catch(async (why) => {
    if (code === '') await deleteLoginFailures(tried, [])
    throw why
  })
  await deleteLoginFailures(tried, Object.keys(own))
  const from = { device: deviceInWords(where.userAgent), address: where.address }
  return { id: user.id, sessionId: await insertSession(user.id, from), email, device }
}

/** Ends one log-in. */
export function logOut(sessionId: string): Promise<void> {
  return updateSessionRevoked(sessionId)
}
