/** The ways in for somebody who is not yet anybody here: founding the newsroom, an invitation, and a link for a new password. */

import { z } from 'zod'
import { hashPassword, isPassword } from '@/lib/auth/passwords'
import { appendEvents, type EventAuthor, lockChain } from '@/lib/db/audit/log'
import { transaction } from '@/lib/db/client'
import {
  deleteSetupCode,
  findInvitationByToken,
  findPasswordLinkByToken,
  findSetupCode,
  findUserByEmail,
  hasNewsroom,
  insertMembership,
  insertNewsroom,
  insertUser,
  listAccounts,
  lockPasswordHash,
  lockSetupCode,
  updateInvitationAccepted,
  updatePasswordLinkUsed,
  updatePasswordOf,
} from '@/lib/db/newsroom/onboarding'
import { insertPasswordLink, updatePasswordLinksClosed } from '@/lib/db/newsroom/password-links'
import { deleteSecondFactor, hasSecondFactor } from '@/lib/db/newsroom/second-factor-setup'
import {
  accountAttempts,
  countTry,
  deleteLoginFailures,
  networkAttempts,
} from '@/lib/db/newsroom/sessions'
import { asciiSlugOf } from '@/lib/domain/articles/slug'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { Refusal } from '@/lib/domain/refusal'
import { HOURS_OPEN, hashSecret, newSecret } from '../accounts/link-secrets'
import { resting } from '../accounts/resting'
import { parse } from '../command'
import { email, needed, password } from '../fields'

const founding = z.object({
  code: z.string().default(''),
  newsroom: needed('Give the newsroom a name.', 120),
  name: needed('Fill in your name.', 120),
  email,
  password,
  selfCheck: z
    .string()
    .optional()
    .transform((value) => value === 'yes'),
})

/** Creates the first newsroom and its admin, for whoever holds the code that was printed at start. */
export async function foundNewsroom(raw: unknown): Promise<{ slug: string }> {
  // What costs little is looked at first, by whoever asks: a password is hashed for the holder of the code alone.
  if (await hasNewsroom()) throw isOver()
  const { code, newsroom, password, ...input } = parse(founding, raw)
  assertCode(code, await findSetupCode())
  const passwordHash = await hashPassword(password)

  return transaction(async () => {
    const codeHash = await lockSetupCode()
    if (await hasNewsroom()) throw isOver()
    assertCode(code, codeHash)
    const { selfCheck, ...admin } = input
    const slug = newsroomSlug(newsroom)
    const doer = await insertNewsroom(
      { name: newsroom, slug, selfCheck },
      { ...admin, passwordHash },
    )
    await deleteSetupCode()
    await seal(doer, [
      { type: 'newsroom.founded', name: newsroom },
      { type: 'member.joined', role: 'admin' },
    ])
    return { slug }
  })
}

const isOver = () => new Refusal('conflict', 'This Stet is set up already. Log in.')

function assertCode(code: string, codeHash: string | null): void {
  if (codeHash !== null && hashSecret(code.trim().toUpperCase()) === codeHash) return
  const message = 'This is not the code that the terminal shows.'
  throw new Refusal('invalid', message, { code: message })
}

const accepting = z.object({
  token: z.string().default(''),
  name: needed('Fill in your name.', 120).optional(),
  password: z.string().max(200, 'At most 200 characters.').default(''),
})

/** Takes up an invitation once: with a new account, or with the password of the account that its address has. */
export async function acceptInvitation(raw: unknown): Promise<{ slug: string; email: string }> {
  const { token, ...input } = parse(accepting, raw)
  const prepared = await prepareAccount(token, input)

  return transaction(async () => {
    const invitation = await findInvitationByToken(hashSecret(token))
    if (!invitation) throw closed()
    // The newsroom's turn first, as in every command: in another order two could wait for each other.
    const head = await lockChain(invitation)
    if (!(await updateInvitationAccepted(invitation.id))) throw closed()

    const { newsroomId, role, email, newsroom } = invitation
    const userId = prepared.userId ?? (await insertUser({ ...prepared.account, email }))
    if (prepared.userId) await assertSamePassword(userId, prepared.account.passwordHash)
    const doer = { userId, newsroomId }
    await insertMembership(doer, role)
    await appendEvents(doer, head, [{ type: 'member.joined', role }])
    return { slug: newsroom.slug, email }
  })
}

async function prepareAccount(token: string, input: { name?: string; password: string }) {
  const invitation = await findInvitationByToken(hashSecret(token))
  if (!invitation) throw closed()

  const user = await findUserByEmail(invitation.email)
  if (user) {
    const tries = accountAttempts(invitation.email)
    const tried = await countTry(tries)
    if (!tried) throw resting()
    if (await isPassword(user.passwordHash, input.password)) {
      await deleteLoginFailures(tried, Object.keys(tries))
      return { userId: user.id, account: { name: '', passwordHash: user.passwordHash } }
    }
    const message = 'This is not the password of your account.'
    throw new Refusal('invalid', message, { password: message })
  }
  const account = parse(z.object({ name: needed('Fill in your name.', 120), password }), input)
  const passwordHash = await hashPassword(account.password)
  return { userId: null, account: { name: account.name, passwordHash } }
}

/** Whoever set another password meanwhile, by a link of their present newsroom, does not come along into this one. */
async function assertSamePassword(userId: string, passwordHash: string): Promise<void> {
  if ((await lockPasswordHash(userId)) === passwordHash) return
  throw new Refusal('conflict', 'Your password was changed a moment ago. Send this again with it.')
}

const choosing = z
  .object({ token: z.string().default(''), password, again: z.string().default('') })
  .refine(({ password, again }) => password === again, {
    path: ['again'],
    message: 'This is not the same as the new password.',
  })

/**
 * Gives whoever holds a link for it a new password, once, and ends all their log-ins and other links. A link opens nothing where
 * its person has come to belong to another newsroom since. Wrong links are counted with the wrong passwords of a network.
 */
export async function choosePassword(raw: unknown, network = ''): Promise<void> {
  const tries = networkAttempts(network)
  const tried = await countTry(tries)
  if (!tried) throw resting()
  const tokenHash = hashSecret(z.object({ token: z.string().default('') }).parse(raw).token)
  if (!(await findPasswordLinkByToken(tokenHash))) throw shut()
  await deleteLoginFailures(tried, [])
  // Hashed for the holder of a link alone.
  const passwordHash = await hashPassword(parse(choosing, raw).password)

  await transaction(async () => {
    const known = await findPasswordLinkByToken(tokenHash)
    if (!known) throw shut()
    const head = await lockChain(known)
    await lockPasswordHash(known.userId)
    // Asked again with both locks held: nobody joins another newsroom, or is removed from this one, from here on.
    const link = await findPasswordLinkByToken(tokenHash)
    if (!link || !(await updatePasswordLinkUsed(link.id))) throw shut()
    await updatePasswordLinksClosed(link, link.userId)
    await updatePasswordOf(link.userId, passwordHash)
    const byMail = link.byMail ? { byMail: true as const } : {}
    await appendEvents(link, head, [{ type: 'account.password-set-by-link', ...byMail }])
  })
}

/**
 * Makes a link for a new password for whoever runs Stet, who can read its settings and needs nobody's leave: for an admin
 * whom no other can help. It works as an admin's does; the log names the person it is for, and that it was made so.
 */
export async function makeOperatorLink(raw: unknown): Promise<{ secret: string }> {
  const input = parse(z.object({ email }), raw)
  const accounts = (await listAccounts()).filter((one) => one.email === input.email && !one.isGone)
  const [account, ...others] = accounts
  if (!account) throw new Refusal('not-found', `Nobody here has an account with ${input.email}.`)
  if (others.length > 0) {
    throw new Refusal(
      'not-allowed',
      'They belong to several newsrooms, which the link would open all.',
    )
  }
  const secret = newSecret()
  const expiresAt = new Date(Date.now() + HOURS_OPEN * 3600_000)
  await transaction(async () => {
    const head = await lockChain(account)
    await updatePasswordLinksClosed(account, account.userId)
    const link = { userId: account.userId, tokenHash: hashSecret(secret), expiresAt }
    await insertPasswordLink(account, link)
    const made = { type: 'password-link.made', userId: account.userId, byOperator: true } as const
    await appendEvents(account, head, [made])
  })
  return { secret }
}

/**
 * Takes the second factor of somebody away for whoever runs Stet, where no admin can: of the only admin, and of whoever
 * belongs to several newsrooms. The log of each of these says so.
 */
export async function resetSecondFactorByOperator(raw: unknown): Promise<void> {
  const input = parse(z.object({ email }), raw)
  const accounts = (await listAccounts())
    .filter((one) => one.email === input.email && !one.isGone)
    .sort((one, other) => (one.newsroomId < other.newsroomId ? -1 : 1))
  const [account] = accounts
  if (!account) throw new Refusal('not-found', `Nobody here has an account with ${input.email}.`)
  const { userId } = account
  await transaction(async () => {
    // All take their newsrooms' turns in this order, so none waits for another for ever.
    for (const place of accounts) {
      const head = await lockChain(place)
      if (place === account) {
        if (!(await hasSecondFactor(place, userId))) {
          throw new Refusal('conflict', `${input.email} has no second factor.`)
        }
        await deleteSecondFactor(place, userId)
      }
      const reset = { type: 'second-factor.reset', userId, byOperator: true } as const
      await appendEvents(place, head, [reset])
    }
  })
}

const shut = () =>
  new Refusal(
    'not-found',
    'This link was used or replaced, or is too old, so your password is as it was. Ask for a new one.',
  )

const closed = () =>
  new Refusal('not-found', 'This invitation was used, withdrawn or has expired. Ask for a new one.')

async function seal(doer: EventAuthor, events: DeskEvent[]): Promise<void> {
  await appendEvents(doer, await lockChain(doer), events)
}

/** First parts of addresses that belong to the product itself. */
const TAKEN = [
  ...[
    'api',
    'log-in',
    'set-up',
    'invitation',
    'new-password',
    'forgotten-password',
    'up',
    'schemas',
    'live',
    'newsrooms',
  ],
  'refused',
]

function newsroomSlug(name: string): string {
  const slug = asciiSlugOf(name)
  return TAKEN.includes(slug) ? `${slug}-newsroom` : slug
}
