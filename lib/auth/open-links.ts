import { createHash } from 'node:crypto'
import {
  findInvitationByToken,
  findPasswordLinkByToken,
  findUserByEmail,
} from '@/lib/db/newsroom/onboarding'
import type { Role } from '@/lib/domain/vocabulary'

/** What the page of an invitation shows to whoever holds its link. */
export interface OpenInvitation {
  newsroom: string
  role: Role
  email: string
  /** The address has an account already, whose password is asked for. */
  hasAccount: boolean
}

/** The invitation that a link opens; null for every other link, whatever the reason. */
export async function findInvitation(token: string): Promise<OpenInvitation | null> {
  const invitation = await findInvitationByToken(hashOf(token))
  if (!invitation) return null
  const { newsroom, role, email } = invitation
  const hasAccount = (await findUserByEmail(email)) !== null
  return { newsroom: newsroom.name, role, email, hasAccount }
}

/** The cookie in which the secret of a link for a new password waits for its form, for an hour and for that page alone. */
export const PASSWORD_LINK = {
  name: 'stet-new-password',
  options: () => ({
    httpOnly: true,
    // Not strict: the link comes from a message, which is another site.
    sameSite: 'lax' as const,
    secure: process.env.NEXTAUTH_URL?.startsWith('https:') ?? false,
    path: '/new-password',
    maxAge: 3600,
  }),
}

/** Whose password a link lets its holder choose; null for every link that is not open, whatever the reason. */
export async function findPasswordLink(
  token: string,
): Promise<{ newsroom: string; email: string; byMail: boolean } | null> {
  const link = await findPasswordLinkByToken(hashOf(token))
  return link && { newsroom: link.newsroom, email: link.email, byMail: link.byMail }
}

const hashOf = (token: string) => createHash('sha256').update(token, 'utf8').digest('hex')
