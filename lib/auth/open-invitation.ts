import { createHash } from 'node:crypto'
import { findInvitationByToken, findUserByEmail } from '@/lib/db/newsroom/onboarding'
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
  const tokenHash = createHash('sha256').update(token, 'utf8').digest('hex')
  const invitation = await findInvitationByToken(tokenHash)
  if (!invitation) return null
  const { newsroom, role, email } = invitation
  const hasAccount = (await findUserByEmail(email)) !== null
  return { newsroom: newsroom.name, role, email, hasAccount }
}
