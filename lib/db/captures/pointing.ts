import { type Actor, can } from '@/lib/domain/policy'
import { unstorable } from '@/lib/domain/text/blocks'
import { findArticle } from '../articles/articles'
import { findClaim } from '../claims/claims'
import type { Claim } from '../claims/whole-claims'
import { db } from '../client'
import { seenBy } from '../visibility'

/**
 * What a kept copy is opened for, as the page's address names it: evidence by its id, or a claim as `slug/number`, for
 * which evidence is sought; so too where the evidence that is named with it was taken off. Null where this person sees no
 * such thing.
 */
export async function findPointing(
  actor: Actor,
  asked: { evidence: string; claim: string },
): Promise<Pointing | null> {
  const of = asked.evidence ? await claimOfEvidence(actor, asked.evidence) : null
  const evidence = of?.evidence.find(({ id }) => id === asked.evidence) ?? null
  if (of && evidence) return pointingOf(actor, of, evidence)
  const claim = await claimNamed(actor, asked.claim)
  return claim && pointingOf(actor, claim, null)
}

async function claimOfEvidence(actor: Actor, id: string): Promise<Claim | null> {
  if (unstorable(id)) return null
  const row = await db().evidence.findFirst({
    where: { id, detachedAt: null, claim: { article: seenBy(actor) } },
    select: { claimId: true },
  })
  return row && findClaim(actor, { id: row.claimId })
}

async function claimNamed(actor: Actor, name: string): Promise<Claim | null> {
  const [, slug, number] = /^([^/]+)\/([1-9]\d{0,5})$/.exec(name) ?? []
  const article = slug ? await findArticle(actor, { slug }) : null
  return article && findClaim(actor, { articleId: article.id, number: Number(number) })
}

export type Pointing = ReturnType<typeof pointingOf>

function pointingOf(
  actor: Actor,
  { id, number, claimant, status, anchor, article }: Claim,
  evidence: Claim['evidence'][number] | null,
) {
  return {
    claim: { id, number, claimant, words: anchor.exact },
    article: { slug: article.slug, language: article.language },
    evidence: evidence && withoutTime(evidence),
    mayPoint: status !== 'cut' && can(actor, 'evidence.attach', article),
  }
}

const withoutTime = ({ addedAt: _, addedById: __, ...evidence }: Claim['evidence'][number]) =>
  evidence
