/** The words that a query or a suggestion is about: those of a claim, or those that were chosen in the newest text. */

import { z } from 'zod'
import { type Article, findArticle } from '@/lib/db/articles/articles'
import { findClaim } from '@/lib/db/claims/claims'
import type { Claim } from '@/lib/db/claims/whole-claims'
import type { Revision } from '@/lib/db/revisions/revisions'
import { type Anchor, anchorAt } from '@/lib/domain/anchoring/anchor'
import type { Actor } from '@/lib/domain/policy'
import { Refusal } from '@/lib/domain/refusal'
import { assertNotCut } from '../claims/claim-subject'
import { id, optionalId, wordsSeen } from '../fields'
import { assertWordsSeen } from '../preconditions'
import { findNewest } from '../revisions/newest-revision'

const offset = z.coerce.number('Select the words first.').int().optional()

/** Of a claim, words inside it may be named; without a claim they have to be. */
export const wordsFields = {
  articleId: id,
  claimId: optionalId,
  revision: z.coerce.number().int().positive(),
  start: offset,
  end: offset,
  /** The words of the claim as they were read. */
  overWords: wordsSeen,
}

interface Sent {
  articleId: string
  claimId: string | null
  revision: number
  start?: number
  end?: number
  overWords?: string
}

/** An article, with the claim in it that something is about, if it is about one. */
export async function articleWithClaim(
  actor: Actor,
  { articleId, claimId }: Pick<Sent, 'articleId' | 'claimId'>,
) {
  const article = await findArticle(actor, { id: articleId })
  const claim = claimId ? await findClaim(actor, { id: claimId }) : null
  if (!article || (claimId && claim?.article.id !== articleId)) return null
  return { ...article, claim }
}

/** Where the words stand in the newest text, which has to be the one that the page showed. */
export async function wordsIn(
  actor: Actor,
  { claim, ...article }: Article & { claim: Claim | null },
  sent: Sent,
  /** Where the form tells the words of the claim, if they are others now. */
  field: string,
): Promise<{ revision: Revision; anchor: Anchor }> {
  if (claim) {
    assertNotCut(claim)
    assertWordsSeen(claim, sent.overWords, field)
  }
  const revision = await findNewest(actor, article, sent.revision)
  const own = claim?.anchor.revisionId === revision.id ? claim.anchor : null
  const { start = own?.start, end = own?.end } = sent
  if (start === undefined || end === undefined) {
    const message = claim
      ? 'The words of this claim do not stand in the newest text.'
      : 'Select the words first.'
    throw new Refusal('invalid', message)
  }
  return { revision, anchor: anchorAt(revision.text, { start, end }) }
}

/** What an event says of words: the article, and the claim that they are of. */
export function about(articleId: string, claim: { id: string; number: number } | null) {
  return { articleId, ...(claim && { claimId: claim.id, number: claim.number }) }
}
