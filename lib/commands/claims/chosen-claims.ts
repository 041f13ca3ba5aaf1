import { z } from 'zod'
import { listWholeClaims } from '@/lib/db/claims/claims'
import type { Claim } from '@/lib/db/claims/whole-claims'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { parsedJson } from '../fields'

/** Claims that one action may change at most. */
const MOST_CLAIMS = 500

/** JSON of the chosen claims, each with what the page showed of it, or of what is taken back. */
export const chosen = <Item extends z.ZodType<{ claimId: string }>>(item: Item) =>
  z.preprocess(
    parsedJson,
    z
      .array(item, 'Choose the claims first.')
      .min(1, 'Choose the claims first.')
      .max(MOST_CLAIMS, `At most ${MOST_CLAIMS} claims at once.`)
      .refine(eachOnce, 'A claim is chosen twice.'),
  )

/** The claims of an article with these ids; refuses where one of them is not there. */
export async function namedClaims(
  actor: Actor,
  articleId: string,
  ids: string[],
): Promise<Claim[]> {
  const claims = await listWholeClaims(actor, articleId, { ids })
  if (claims.length < ids.length) {
    throw new Refusal('not-found', 'One of these claims is not here, or no longer.')
  }
  return claims
}

function eachOnce(claims: readonly { claimId: string }[]): boolean {
  return new Set(claims.map(({ claimId }) => claimId)).size === claims.length
}
