import { z } from 'zod'
import { assertSecondFactor, SecondFactorNeeded } from '@/lib/auth/second-factor'
import { updateSessionConfirmed } from '@/lib/db/newsroom/log-ins'
import { hasSecondFactor } from '@/lib/db/newsroom/second-factor-setup'
import { countTry, deleteLoginFailures, ownAttempts } from '@/lib/db/newsroom/sessions'
import { codeProblem } from '@/lib/domain/accounts/code-problem'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { command } from '../command'
import { assertOwnPassword } from './own-password'
import { resting } from './resting'

/**
 * Confirms by the password, or by a code of the second factor, that whoever uses this log-in still is who opened it: what
 * is risky is then done for ten minutes without asking. Wrong tries are counted as those at the door are.
 */
export const confirmIdentity = command('confirmIdentity', {
  permission: 'account.change',
  input: z
    .object({ current: z.string().max(200).optional(), code: z.string().max(80).optional() })
    .refine(({ current, code }) => current || code !== undefined, {
      path: ['current'],
      message: 'Fill in your present password.',
    })
    .refine(({ code }) => code === undefined || code.trim() !== '', {
      path: ['code'],
      message: 'Type the code that the app shows.',
    }),
  async prepare({ actor, input: { current = '', code } }) {
    await (code === undefined
      ? assertOwnPassword({ actor, input: { current } })
      : assertOwnCode(actor, code))
  },
  subject: async (actor) => actor,

  async run({ actor, record }) {
    await updateSessionConfirmed(actor)
    record({ type: 'account.confirmed' })
  },
})

async function assertOwnCode(actor: Actor, code: string): Promise<void> {
  if (!(await hasSecondFactor(actor, actor.userId))) {
    throw wrong('You have no second factor. Use your password.')
  }
  const tries = ownAttempts(actor.userId)
  const tried = await countTry(tries)
  if (!tried) throw resting()
  await assertSecondFactor(actor.userId, code).catch((why) => {
    throw why instanceof SecondFactorNeeded ? wrong(codeProblem(why.message) ?? '') : why
  })
  await deleteLoginFailures(tried, Object.keys(tries))
}

const wrong = (message: string) => new Refusal('invalid', message, { code: message })
