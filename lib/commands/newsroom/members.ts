import { z } from 'zod'
import { insertJob } from '@/lib/db/jobs/jobs'
import {
  findOpenInvitation,
  insertInvitation,
  updateInvitationsWithdrawn,
} from '@/lib/db/newsroom/invitations'
import {
  countAdmins,
  findMember,
  findNewsroom,
  listMembers,
  updateNewsroom,
  updateRemoved,
  updateRole,
} from '@/lib/db/newsroom/members'
import {
  insertPasswordLink,
  isElsewhere,
  updatePasswordLinksClosed,
} from '@/lib/db/newsroom/password-links'
import { type Actor, manages } from '@/lib/domain/policy'
import { Conflict, Refusal } from '@/lib/domain/refusal'
import { keysOf, ROLES, type Role } from '@/lib/domain/vocabulary'
import { isMailSet } from '@/lib/mail/settings'
import { HOURS_OPEN, hashSecret, newLinkByMail, newSecret } from '../accounts/link-secrets'
import { command } from '../command'
import { changesBetween } from '../edit-conflicts'
import { email, id } from '../fields'
import { SETTINGS, settingsFields, settingsIn } from './settings'

const DAYS_OPEN = 7

const role = z.enum(keysOf(ROLES), 'Choose a role.')

/**
 * Invites somebody by a link that works once, for a week, and sends it where mail is set up. Answers with the secret of the
 * link, which is not stored, and whether it was sent.
 */
export const invite = command('invite', {
  permission: 'newsroom.manage',
  secretive: true,
  input: z.object({ email, role }),
  subject: async () => ({}),

  async run({ actor, input, record }) {
    const here = (await listMembers(actor)).some(
      (member) => member.removedAt === null && member.email === input.email,
    )
    if (here) {
      const message = 'This person is in the newsroom already.'
      throw new Refusal('invalid', message, { email: message })
    }
    const { seed, secret } = isMailSet() ? newLinkByMail() : { seed: null, secret: newSecret() }
    const expiresAt = new Date(Date.now() + DAYS_OPEN * 24 * 3600_000)
    await updateInvitationsWithdrawn(actor, { email: input.email })
    await insertInvitation(actor, { ...input, tokenHash: hashSecret(secret), expiresAt })
    if (seed) {
      const about = `Invitation for ${input.email}`
      await insertJob(actor, { kind: 'send_mail', about, input: { letter: 'invitation', seed } })
    }
    record({ type: 'member.invited', ...input })
    return { secret, email: input.email, isMailed: seed !== null }
  },
})

/** Makes an invitation's link useless. */
export const withdrawInvitation = command('withdrawInvitation', {
  permission: 'newsroom.manage',
  input: z.object({ invitationId: id }),
  subject: (actor, { invitationId }) => findOpenInvitation(actor, invitationId),

  async run({ actor, subject: { id, email }, record }) {
    await updateInvitationsWithdrawn(actor, { id })
    record({ type: 'invitation.withdrawn', email })
  },
})

/**
 * Makes a link by which a member chooses a new password: it works once, for a day, and makes older ones useless. Answers
 * with its secret, which is not stored. Refuses for whoever belongs to another newsroom too, which the password would open.
 */
export const makePasswordLink = command('makePasswordLink', {
  permission: 'newsroom.manage',
  risky: true,
  secretive: true,
  input: z.object({ userId: id }),
  subject: (actor, { userId }) => findMember(actor, userId),

  async run({ actor, input: { userId }, subject: { name }, record }) {
    if (userId === actor.userId) {
      throw new Refusal('invalid', 'You change your own password on the page of your account.')
    }
    if (await isElsewhere(actor, userId)) throw new Refusal('not-allowed', elsewhere(name))
    const secret = newSecret()
    const expiresAt = new Date(Date.now() + HOURS_OPEN * 3600_000)
    await updatePasswordLinksClosed(actor, userId)
    await insertPasswordLink(actor, { userId, tokenHash: hashSecret(secret), expiresAt })
    record({ type: 'password-link.made', userId })
    return { secret }
  },
})

const elsewhere = (name: string) =>
  `${name} belongs to another newsroom here too, which a new password would open as well, so no link is made. If they cannot find their password again, invite them under another email address.`

/** Gives a member another role, at once. The last admin stays one. */
export const setRole = command('setRole', {
  permission: 'newsroom.manage',
  risky: true,
  /** `was` is the role that the form was opened over. */
  input: z.object({ userId: id, role, was: role.optional() }),
  subject: (actor, { userId }) => findMember(actor, userId),

  async run({ actor, input: { userId, role, was }, subject: member, record }) {
    if (member.role === role) throw new Refusal('invalid', 'They have this role already.')
    if (was && member.role !== was) {
      const now = `Stored now: ${ROLES[member.role]}`
      throw new Conflict(
        `Another admin changed this role while you had it open. ${now}. Send it again to replace theirs.`,
        { role: now },
        { was: member.role },
      )
    }
    await assertAdminLeft(actor, member)
    await updateRole(actor, userId, role)
    record({ type: 'member.role-changed', userId, from: member.role, to: role })
  },
})

/** Removes somebody: their log-ins end and open pages find nobody there. What they did stays on record. */
export const removeMember = command('removeMember', {
  permission: 'newsroom.manage',
  risky: true,
  input: z.object({ userId: id }),
  subject: (actor, { userId }) => findMember(actor, userId),

  async run({ actor, input: { userId }, subject: member, record }) {
    await assertAdminLeft(actor, member)
    await updateRemoved(actor, userId)
    record({ type: 'member.removed', userId })
  },
})

/** Changes the newsroom's name, whether writers may check their own claims, and which claims are checked twice. */
export const changeNewsroom = command('changeNewsroom', {
  permission: 'newsroom.manage',
  input: z.object(settingsFields),
  subject: (actor) => findNewsroom(actor),

  async run({ actor, input: sent, subject: stored, record }) {
    const input = settingsIn(stored, sent)
    const changes = changesBetween(SETTINGS, stored, input)
    await updateNewsroom(actor, input)
    record({ type: 'newsroom.changed', changes })
  },
})

async function assertAdminLeft(actor: Actor, member: { role: Role }) {
  if (manages(member) && (await countAdmins(actor)) === 1) {
    throw new Refusal('invalid', 'This is the last admin. Make somebody else an admin first.')
  }
}
