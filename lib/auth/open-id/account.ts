import { findUserByOpenId, insertOpenIdLink, type OpenIdIdentity } from '@/lib/db/newsroom/open-id'
import type { OpenIdProblem } from '@/lib/domain/accounts/open-id'

/**
 * The account of somebody whom the provider vouches for: the one with their verified address, if every newsroom of theirs
 * lets people log in so, and if it was nobody else at the provider who did so first. Nobody gets an account by this.
 */
export async function findOpenIdAccount(
  identity: OpenIdIdentity,
): Promise<{ id: string; isLinked: boolean } | { problem: OpenIdProblem }> {
  const found = await findUserByOpenId(identity)
  if (!found || found.newsrooms.length === 0) return { problem: 'unknown' }
  if (!found.newsrooms.every(({ openIdAllowed }) => openIdAllowed))
    return { problem: 'not-allowed' }
  const isOther = found.subject !== null && found.subject !== identity.subject
  if (isOther || found.isSubjectElsewhere) return { problem: 'other' }
  return { id: found.id, isLinked: found.subject !== null }
}

/** The same, which is linked with this entry at the provider from then on; null where it is not to be had. */
export async function linkOpenIdAccount(identity: OpenIdIdentity): Promise<{ id: string } | null> {
  const account = await findOpenIdAccount(identity)
  if ('problem' in account) return null
  if (account.isLinked || (await insertOpenIdLink(account.id, identity))) return { id: account.id }
  return linkOpenIdAccount(identity)
}
