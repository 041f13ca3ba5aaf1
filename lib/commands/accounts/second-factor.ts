import { z } from 'zod'
import { findMember, updateSessionsRevoked } from '@/lib/db/newsroom/members'
import { isElsewhere } from '@/lib/db/newsroom/password-links'
import {
  deleteSecondFactor,
  findOwnSecondFactor,
  hasSecondFactor,
  insertRecoveryCodes,
  insertSecondFactor,
  isSecondFactorRequired,
  updateSecondFactorConfirmed,
  updateSecondFactorRequired,
} from '@/lib/db/newsroom/second-factor-setup'
import { hashRecoveryCode, newRecoveryCodes } from '@/lib/domain/accounts/recovery-codes'
import { clockInWords, codeDigits, judgeCode } from '@/lib/domain/accounts/second-factor'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { newAuthenticatorSecret, stepsAway } from '@/lib/keys/authenticator'
import { seal, unseal } from '@/lib/keys/sealed'
import { command } from '../command'
import { id, ticked } from '../fields'
import { assertOwnPassword, ownPassword } from './own-password'

/** Begins to set up a second factor, with a secret of its own; it is asked for nowhere before it is confirmed. */
export const beginSecondFactor = command('beginSecondFactor', {
  permission: 'account.change',
  input: z.object({}),
  subject: async (actor) => actor,

  async run({ actor, record }) {
    if ((await findOwnSecondFactor(actor)).since) throw isOn()
    await insertSecondFactor(actor, seal(newAuthenticatorSecret(), actor.userId))
    record({ type: 'second-factor.begun' })
  },
})

/** Turns the second factor on by a code of the app. Answers with the recovery codes, of which only hashes are stored; other log-ins end. */
export const confirmSecondFactor = command('confirmSecondFactor', {
  permission: 'account.change',
  secretive: true,
  input: z.object({ code: z.string('Type the code that the app shows.').max(40) }),
  subject: async (actor) => actor,

  async run({ actor, input: { code }, record }) {
    const { since, begun } = await findOwnSecondFactor(actor)
    if (since) throw isOn()
    const secret = begun && unseal(begun, actor.userId)
    if (!secret) {
      const message = 'This set-up is too old. Begin again, with a new square for your app.'
      throw new Refusal('conflict', message)
    }
    const digits = codeDigits(code)
    if (!/^\d{6}$/.test(digits)) throw wrong('Type the six digits that the app shows.')
    const at = new Date()
    const before = { lastStep: 0, toldSteps: [] }
    const judged = judgeCode(stepsAway(secret, digits, at), at, before)
    if (judged.says === 'clock') throw wrong(clockInWords(judged.minutes))
    if (judged.says !== 'right') {
      throw wrong('This is not the code of this square. Look whether the app shows it for Stet.')
    }
    await updateSecondFactorConfirmed(actor, judged.step)
    await updateSessionsRevoked(actor, { butThis: true })
    const codes = await giveRecoveryCodes(actor)
    record({ type: 'second-factor.set-up' })
    return { codes }
  },
})

/** Makes new recovery codes, for whoever knows the password: the older ones open nothing any more. */
export const makeRecoveryCodes = command('makeRecoveryCodes', {
  permission: 'account.change',
  secretive: true,
  input: z.object({ current: ownPassword }),
  prepare: assertOwnPassword,
  subject: async (actor) => actor,

  async run({ actor, record }) {
    if (!(await findOwnSecondFactor(actor)).since) throw isOff()
    const codes = await giveRecoveryCodes(actor)
    record({ type: 'second-factor.codes-made' })
    return { codes }
  },
})

/** Turns the second factor off, for whoever knows the password. */
export const turnOffSecondFactor = command('turnOffSecondFactor', {
  permission: 'account.change',
  input: z.object({ current: ownPassword }),
  prepare: assertOwnPassword,
  subject: async (actor) => actor,

  async run({ actor, record }) {
    if (!(await findOwnSecondFactor(actor)).since) throw isOff()
    await deleteSecondFactor(actor, actor.userId)
    record({ type: 'second-factor.turned-off' })
  },
})

/** Takes a member's second factor away, for a phone that is lost. Refuses for whoever belongs to another newsroom too. */
export const resetSecondFactor = command('resetSecondFactor', {
  permission: 'newsroom.manage',
  risky: true,
  input: z.object({ userId: id }),
  subject: (actor, { userId }) => findMember(actor, userId),

  async run({ actor, input: { userId }, subject: { name }, record }) {
    if (userId === actor.userId) {
      throw new Refusal('invalid', 'You turn off your own on the page of your account.')
    }
    if (!(await hasSecondFactor(actor, userId))) {
      throw new Refusal('conflict', `${name} has no second factor, or none any more.`)
    }
    if (await isElsewhere(actor, userId)) {
      const message = `${name} belongs to another newsroom here too, which their password alone would then open, so nothing was changed. They log in with a recovery code.`
      throw new Refusal('not-allowed', message)
    }
    await deleteSecondFactor(actor, userId)
    record({ type: 'second-factor.reset', userId })
  },
})

/** Says whether everybody in the newsroom needs a second factor. Refuses an admin who has none: they would be the first to be kept out. */
export const requireSecondFactor = command('requireSecondFactor', {
  permission: 'newsroom.manage',
  risky: true,
  input: z.object({ required: ticked }),
  subject: async () => ({}),

  async run({ actor, input: { required }, record }) {
    if ((await isSecondFactorRequired(actor)) === required) {
      const message = `It was set so a moment ago: a second factor is ${required ? '' : 'not '}required.`
      throw new Refusal('conflict', message)
    }
    if (required && !(await hasSecondFactor(actor, actor.userId))) {
      throw new Refusal(
        'invalid',
        'Set up your own second factor first, on the page of your account.',
      )
    }
    await updateSecondFactorRequired(actor, required)
    const printed = (value: boolean) => (value ? 'required' : 'not required')
    const change = { from: printed(!required), to: printed(required) }
    record({ type: 'newsroom.changed', changes: { 'second factor': change } })
  },
})

async function giveRecoveryCodes(actor: Actor): Promise<string[]> {
  const codes = newRecoveryCodes()
  await insertRecoveryCodes(actor, codes.map(hashRecoveryCode))
  return codes
}

const wrong = (message: string) => new Refusal('invalid', message, { code: message })
const isOn = () => new Refusal('conflict', 'Your second factor is on already.')
const isOff = () => new Refusal('conflict', 'You have no second factor, or none any more.')
