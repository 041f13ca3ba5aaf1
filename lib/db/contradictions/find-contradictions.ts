import { contradictionsAgainst, soughtNames } from '@/lib/domain/contradictions/against'
import { withAnswers } from '@/lib/domain/contradictions/answers'
import type { Contradiction } from '@/lib/domain/contradictions/contradiction'
import type { Actor } from '@/lib/domain/policy'
import type { Article } from '../articles/articles'
import { findRevision } from '../revisions/revisions'
import { type ClaimPrinted, listClaimsOut } from './claims-out'
import { knownStatements } from './known-statements'
import { listReplies, type Reply } from './replies'

/** A contradiction with the claim that the second place is in, where that is in another article, and what somebody said of it. */
export interface ContradictionShown extends Contradiction {
  out: Pick<ClaimPrinted, 'id' | 'number' | 'slug' | 'headline'> | null
  answered: Reply | null
}

/** What the newest text of an article says differently: in two places of its own, and than claims of articles that are out. */
export async function findContradictions(
  actor: Actor,
  article: Pick<Article, 'id' | 'language'>,
): Promise<{ revision: number; contradictions: ContradictionShown[] }> {
  const revision = await findRevision(actor, article.id)
  if (!revision) return { revision: 0, contradictions: [] }
  const { said, found } = knownStatements(revision, article.language)
  const [claims, replies] = await Promise.all([
    listClaimsOut(actor, {
      ...{ articleId: article.id, language: article.language },
      names: soughtNames(said),
    }),
    listReplies(actor, article.id),
  ])
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  const against = contradictionsAgainst(revision.text, said, claims).map(
    ({ claimId, ...contradiction }) => {
      const claim = byId.get(claimId)
      return { ...contradiction, out: claim ? shownClaim(claim) : null }
    },
  )
  const all = [...found.map((one) => ({ ...one, out: null })), ...against]
  return { revision: revision.number, contradictions: withAnswers(all, replies) }
}

const shownClaim = ({ id, number, slug, headline }: ClaimPrinted) => ({
  ...{ id, number, slug, headline },
})

/** How many contradictions of the newest text nobody has said anything of. */
export async function countContradictions(
  actor: Actor,
  article: Pick<Article, 'id' | 'language'>,
): Promise<number> {
  const { contradictions } = await findContradictions(actor, article)
  return contradictions.filter(({ answered }) => answered === null).length
}
