import { randomBytes, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { NOBODYS_HASH } from '@/lib/auth/passwords'
import { updateRemoved } from '@/lib/db/newsroom/members'
import { insertMembership, insertUser } from '@/lib/db/newsroom/onboarding'
import { findToken, insertToken, updateTokenRevoked } from '@/lib/db/newsroom/tokens'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { type Actor, manages } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { API_SCOPES, type ApiScope, keysOf } from '@/lib/domain/vocabulary'
import { hashSecret } from '../accounts/link-secrets'
import { assertOwnPassword, ownPassword } from '../accounts/own-password'
import { command } from '../command'
import { id, needed, several } from '../fields'

/** For how many days a token may open anything. */
export const TOKEN_DAYS = ['7', '30', '90', '365'] as const

const fields = {
  name: needed('Say what the token is for.', 60),
  scopes: several(z.enum(keysOf(API_SCOPES), 'Choose what it may do.')).refine(
    (scopes) => scopes.length > 0,
    'Choose what it may do.',
  ),
  days: z.enum(TOKEN_DAYS, 'Choose how long it lasts.'),
  current: ownPassword,
}

/**
 * Makes a token by which a program acts in the actor's own name, and answers with it: it is told once, and not stored. It asks
 * for their password, because whoever found their browser open would keep a token for longer than a log-in.
 */
export const makeToken = command('makeToken', {
  permission: 'account.change',
  secretive: true,
  input: z.object(fields),
  prepare: assertOwnPassword,
  subject: async (actor) => actor,

  async run({ actor, input, record }) {
    if (input.scopes.includes('administer') && !manages(actor)) {
      const message = 'Only an admin administers, and a token can do no more than you.'
      throw new Refusal('invalid', message, { scopes: message })
    }
    return made(actor, { ...input, userId: actor.userId, ofNewsroom: false }, record)
  },
})

/**
 * Makes a token of the newsroom: what is done with it is done in the name that it has. A program proposes and decides
 * nothing; with it goes a member whom nobody sees in the lists of people. It never administers: that is a person's.
 */
export const makeNewsroomToken = command('makeNewsroomToken', {
  permission: 'newsroom.manage',
  secretive: true,
  input: z.object(fields),
  async prepare({ actor, input }) {
    await assertOwnPassword({ actor, input })
    return NOBODYS_HASH
  },
  subject: async () => ({}),

  async run({ actor, input, prepared: passwordHash, record }) {
    if (input.scopes.includes('administer')) {
      const message =
        'A program does not administer the newsroom. Make a token of your own for that.'
      throw new Refusal('invalid', message, { scopes: message })
    }
    const email = `${randomUUID()}@program.invalid`
    const userId = await insertUser({ name: input.name, email, passwordHash, isProgram: true })
    const role = input.scopes.includes('write') ? 'editor' : 'auditor'
    await insertMembership({ userId, newsroomId: actor.newsroomId }, role)
    return made(actor, { ...input, userId, ofNewsroom: true }, record)
  },
})

/** Makes a token useless, at once and for good. */
export const revokeToken = command('revokeToken', {
  permission: 'token.revoke',
  input: z.object({ tokenId: id }),
  subject: (actor, { tokenId }) => findToken(actor, tokenId),

  async run({ actor, input: { tokenId }, subject: { name, userId, user }, record }) {
    await updateTokenRevoked(actor, tokenId)
    if (user.isProgram) await updateRemoved(actor, userId)
    record({ type: 'token.revoked', tokenId, name, userId, ofNewsroom: user.isProgram })
  },
})

async function made(
  actor: Actor,
  {
    userId,
    ofNewsroom,
    name,
    ...asked
  }: { userId: string; ofNewsroom: boolean; name: string; scopes: ApiScope[]; days: string },
  record: (event: DeskEvent) => void,
): Promise<{ tokenId: string; secret: string; name: string }> {
  const secret = newToken()
  const expiresAt = new Date(Date.now() + Number(asked.days) * 24 * 3600_000)
  const scopes = keysOf(API_SCOPES).filter((scope) => asked.scopes.includes(scope))
  const tokenId = await insertToken(actor, {
    ...{ userId, name, scopes, expiresAt },
    ...{ tokenHash: hashSecret(secret), ending: secret.slice(-4) },
  })
  const until = expiresAt.toISOString()
  record({ type: 'token.made', tokenId, name, userId, ofNewsroom, scopes, until })
  return { tokenId, secret, name }
}

/** 256 random bits behind a prefix by which people and scanners know what they found. */
function newToken(): string {
  return `stet_${randomBytes(32).toString('base64url')}`
}
