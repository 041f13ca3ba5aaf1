import { z } from 'zod'
import { hashPassword, isPassword } from '@/lib/auth/passwords'
import { findPasswordHash, updatePassword, updateSessionsRevoked } from '@/lib/db/newsroom/members'
import { updatePasswordLinksClosed } from '@/lib/db/newsroom/password-links'
import { countTry, deleteLoginFailures, ownAttempts } from '@/lib/db/newsroom/sessions'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { password } from '../fields'
import { resting } from './resting'

/** Changes the actor's own password, ends their other log-ins and what links there were for a new one. Wrong guesses are counted as those at the door are. */
export const changePassword = command('changePassword', {
  permission: 'account.change',
  input: z
    .object({
      current: z.string().min(1, 'Fill in your present password.').max(200),
      next: password,
      again: z.string(),
    })
    .refine(({ next, again }) => next === again, {
      path: ['again'],
      message: 'This is not the same as the new password.',
    }),
  async prepare({ actor, input: { current, next } }) {
    const tries = ownAttempts(actor.userId)
    const tried = await countTry(tries)
    if (!tried) throw resting()
    if (!(await isPassword(await findPasswordHash(actor), current))) {
      const message = 'This is not your present password.'
      throw new Refusal('invalid', message, { current: message })
    }
    await deleteLoginFailures(tried, Object.keys(tries))
    return hashPassword(next)
  },
  subject: async (actor) => actor,

  async run({ actor, prepared: passwordHash, record }) {
    await updatePassword(actor, passwordHash)
    await updatePasswordLinksClosed(actor, actor.userId)
    await updateSessionsRevoked(actor, { butThis: true })
    record({ type: 'account.password-changed' })
  },
})

/** Ends every log-in of the actor, this one too. */
export const logOutEverywhere = command('logOutEverywhere', {
  permission: 'account.change',
  input: z.object({}),
  subject: async (actor) => actor,

  async run({ actor, record }) {
    await updateSessionsRevoked(actor, { butThis: false })
    record({ type: 'account.logged-out-everywhere' })
  },
})
