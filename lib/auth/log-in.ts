import { z } from 'zod'
import { findUserByEmail } from '@/lib/db/newsroom/onboarding'
import {
  deleteLoginFailures,
  insertLoginFailure,
  insertSession,
  isResting,
  updateSessionRevoked,
} from '@/lib/db/newsroom/sessions'
import { unstorable } from '@/lib/domain/text/blocks'
import { isPassword, NOBODYS_HASH } from './passwords'

const credentials = z.object({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .max(254)
    .refine((text) => unstorable(text) === null),
  password: z.string().max(200),
})

/** A person whose address and password match, with a new log-in; null for everybody else, whatever the reason. */
export async function logIn(raw: unknown): Promise<{ id: string; sessionId: string } | null> {
  const parsed = credentials.safeParse(raw)
  if (!parsed.success) return null
  const { email, password } = parsed.data
  // Written before the password is looked at, so that many tries at once cannot slip past the count.
  if (await isResting(email)) return null
  await insertLoginFailure(email)

  const user = await findUserByEmail(email)
  const right = await isPassword(user?.passwordHash ?? (await NOBODYS_HASH), password)
  if (!user || !right) return null
  await deleteLoginFailures(email)
  return { id: user.id, sessionId: await insertSession(user.id) }
}

/** Ends one log-in. */
export function logOut(sessionId: string): Promise<void> {
  return updateSessionRevoked(sessionId)
}
