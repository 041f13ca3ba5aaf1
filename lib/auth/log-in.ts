import { z } from 'zod'
import { findUserByEmail } from '@/lib/db/newsroom/onboarding'
import type { OpenIdIdentity } from '@/lib/db/newsroom/open-id'
import {
  accountAttempts,
  countTry,
  deleteLoginFailures,
  insertSession,
  MAX_ATTEMPTS,
  networkAttempts,
  ownAttempts,
  updateSessionRevoked,
} from '@/lib/db/newsroom/sessions'
import { deviceInWords } from '@/lib/domain/accounts/device'
import { unstorable } from '@/lib/domain/text/blocks'
import { networkOf } from './client-address'
import { deviceIn } from './known-device'
import { linkOpenIdAccount } from './open-id/account'
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
  return enter({ id: user.id, email }, where)
}

const codeAlone = credentials.pick({ code: true })

/**
 * The same for somebody whom the house's provider vouches for, in place of the password. Wrong codes are counted for the
 * person: only whoever the provider took for them gets so far.
 */
export async function logInByOpenId(
  identity: OpenIdIdentity,
  raw: unknown,
  where: Where = NOWHERE,
): Promise<LoggedIn | null> {
  const parsed = codeAlone.safeParse(raw)
  const account = parsed.success ? await linkOpenIdAccount(identity) : null
  if (!parsed.success || !account) return null
  const { code } = parsed.data
  const tries = ownAttempts(account.id)
  const tried = code === '' ? [] : await countTry(tries)
  if (!tried) return null
  await assertSecondFactor(account.id, code)
  if (code !== '') await deleteLoginFailures(tried, Object.keys(tries))
  return enter({ id: account.id, email: identity.email }, where)
}

/** Opens a log-in for somebody who has shown who they are. */
async function enter(user: { id: string; email: string }, where: Where): Promise<LoggedIn> {
  const from = { device: deviceInWords(where.userAgent), address: where.address }
  const device = deviceIn(user.email, where.deviceOf(user.email))
  return { ...user, device, sessionId: await insertSession(user.id, from) }
}

/** Ends one log-in. */
export function logOut(sessionId: string): Promise<void> {
  return updateSessionRevoked(sessionId)
}
