import { z } from 'zod'
import { isPassword } from '@/lib/auth/passwords'
import { findPasswordHash } from '@/lib/db/newsroom/members'
import { countTry, deleteLoginFailures, ownAttempts } from '@/lib/db/newsroom/sessions'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { resting } from './resting'

/** The password that somebody has now. */
export const ownPassword = z.string().min(1, 'Fill in your present password.').max(200)

/** Refuses whoever does not know the actor's password; wrong guesses are counted as those at the door are. */
export async function assertOwnPassword({
  actor,
  input: { current },
}: {
  actor: Actor
  input: { current: string }
}): Promise<void> {
  const tries = ownAttempts(actor.userId)
  const tried = await countTry(tries)
  if (!tried) throw resting()
  if (!(await isPassword(await findPasswordHash(actor), current))) {
    const message = 'This is not your present password.'
    throw new Refusal('invalid', message, { current: message })
  }
  await deleteLoginFailures(tried, Object.keys(tries))
}
