import { verificationStatus } from '@/lib/domain/claims/status'
import { type Actor, hearsCheck } from '@/lib/domain/policy'
import { isConfidential } from '@/lib/domain/report/confidential'
import { findArticleNames } from '../articles/articles'
import { findClaim } from '../claims/claims'
import { asKnownTo } from '../claims/known-claims'
import { findFactClaim } from './facts'

/**
 * Where a fact comes from: its article, its claim, and the evidence that this rests on now. Null to whoever does not see the article, may
 * not know yet what was found, or does not hear the check of a claim with a confidential source.
 */
export async function findOrigin(actor: Actor, factId: string) {
  const from = await findFactClaim(actor, factId)
  const claim = from?.claimId ? await findClaim(actor, { id: from.claimId }) : null
  if (!from || !claim) return null
  if (isConfidential(claim) && !hearsCheck(actor, claim.article)) return null
  const known = asKnownTo(actor, claim)
  if (known.hidden.length > 0) return null
  const [article] = (await findArticleNames(actor, [claim.article.id])).values()
  return {
    article: { ...claim.article, headline: article?.headline ?? claim.article.slug },
    number: claim.number,
    /** As it was when the fact was kept, and now. */
    words: from.words,
    wordsNow: claim.anchor.exact,
    status: verificationStatus(known),
    evidence: known.evidence.map(({ id, stance, directness, locator, excerpt, source }) => ({
      ...{ id, stance, directness, locator, excerpt },
      source: { id: source.id, title: source.title, kind: source.kind },
    })),
  }
}

export type FactOrigin = NonNullable<Awaited<ReturnType<typeof findOrigin>>>
