import { z } from 'zod'
import { hashPassword } from '@/lib/auth/passwords'
import { updatePassword, updateSessionsRevoked } from '@/lib/db/newsroom/members'
import { updatePasswordLinksClosed } from '@/lib/db/newsroom/password-links'
import { command } from '../command'
import { password } from '../fields'
import { assertOwnPassword, ownPassword } from './own-password'

/** Changes the actor's own password, ends their other log-ins and what links there were for a new one. Wrong guesses are counted as those at the door are. */
export const changePassword = command('changePassword', {
  permission: 'account.change',
  input: z
    .object({
      current: ownPassword,
      next: password,
      again: z.string(),
    })
    .refine(({ next, again }) => next === again, {
      path: ['again'],
      message: 'This is not the same as the new password.',
    }),
  async prepare({ actor, input }) {
    await assertOwnPassword({ actor, input })
    return hashPassword(input.next)
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
