/** Accounts and their entries at an OpenID provider, as they are asked for at the log-in, before there is an actor. */

import { db } from '../client'

/** Who a provider says that somebody is. */
export interface OpenIdIdentity {
  issuer: string
  subject: string
  /** Verified there, in lower case. */
  email: string
}

/** The account of an address, with what decides whether this entry at the provider opens it. */
export async function findUserByOpenId({ issuer, subject, email }: OpenIdIdentity) {
  const user = await db().user.findUnique({
    where: { email },
    select: {
      id: true,
      openIdLinks: { where: { issuer }, select: { subject: true } },
      memberships: {
        where: { removedAt: null },
        select: { newsroom: { select: { openIdAllowed: true } } },
      },
    },
  })
  if (!user) return null
  const elsewhere = { issuer, subject, userId: { not: user.id } }
  return {
    id: user.id,
    subject: user.openIdLinks[0]?.subject ?? null,
    /** The entry opened another account before. */
    isSubjectElsewhere: (await db().openIdLink.count({ where: elsewhere })) > 0,
    newsrooms: user.memberships.map(({ newsroom }) => newsroom),
  }
}

/** Links an account with an entry at a provider; false where one of them was linked a moment ago. */
export async function insertOpenIdLink(
  userId: string,
  { issuer, subject }: OpenIdIdentity,
): Promise<boolean> {
  const { count } = await db().openIdLink.createMany({
    data: [{ userId, issuer, subject }],
    skipDuplicates: true,
  })
  return count === 1
}
