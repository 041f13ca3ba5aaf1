import { z } from 'zod'
import { findLogIn } from '@/lib/db/newsroom/log-ins'
import {
  findMember,
  updateSessionsOfMember,
  updateSessionsRevoked,
} from '@/lib/db/newsroom/members'
import { updateSessionRevoked } from '@/lib/db/newsroom/sessions'
import { command } from '../command'
import { id } from '../fields'

/** Ends one log-in of the actor's own: open pages of it find nobody there. */
export const endLogIn = command('endLogIn', {
  permission: 'account.change',
  input: z.object({ sessionId: id }),
  subject: (actor, { sessionId }) => findLogIn(actor, sessionId),

  async run({ subject: { id, device }, record }) {
    await updateSessionRevoked(id)
    record({ type: 'account.log-in-ended', device })
  },
})

/** Ends every log-in of the actor but the one that they are using. */
export const endOtherLogIns = command('endOtherLogIns', {
  permission: 'account.change',
  input: z.object({}),
  subject: async (actor) => actor,

  async run({ actor, record }) {
    await updateSessionsRevoked(actor, { butThis: true })
    record({ type: 'account.other-log-ins-ended' })
  },
})

/** Ends every log-in of a member, for a device of theirs that is lost: they log in again. */
export const endLogInsOf = command('endLogInsOf', {
  permission: 'newsroom.manage',
  input: z.object({ userId: id }),
  subject: (actor, { userId }) => findMember(actor, userId),

  async run({ actor, input: { userId }, record }) {
    await updateSessionsOfMember(actor, userId)
    record({ type: 'member.log-ins-ended', userId })
  },
})
