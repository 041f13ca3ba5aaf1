import type { Fact } from '@/lib/domain/ledger/facts'
import type { LedgerProposal } from '@/lib/domain/ledger/reading/proposal'
import { readAgainst } from '@/lib/domain/ledger/reading/read-against'
import { ledgerStanding } from '@/lib/domain/ledger/rulings'
import type { Actor } from '@/lib/domain/policy'
import { dayOf } from '@/lib/domain/times/days'
import { findArticle } from '../articles/articles'
import { findRevision } from '../revisions/revisions'
import { listDismissals } from './dismissals'
import { listFacts } from './facts'
import { listRulings } from './rulings'

/** Words that differ from the ledger, with the version of the fact; `dismissalId` where somebody let them stand. */
export type ArticleDifference = LedgerProposal & { factVersion: number; dismissalId: string | null }

/**
 * Where the newest text of an article differs from the ledger; null where this person sees no such article. The text is read for the day of its
 * deadline, or today where it has none.
 */
export async function findDifferences(actor: Actor, slug: string) {
  const article = await findArticle(actor, { slug })
  const revision = article && (await findRevision(actor, article.id))
  if (!article || !revision) return null
  const facts = await listFacts(actor)
  if (facts.length === 0) return { revision: revision.number, differences: [] }
  const [rulings, dismissals] = await Promise.all([
    listRulings(actor),
    listDismissals(actor, article.id),
  ])
  const { holding } = ledgerStanding(facts, rulings)
  const on = dayOf(article.deadline ?? new Date(), actor.timeZone)
  const { text, blocks } = revision
  const proposals = readAgainst({ text, blocks, language: article.language, on }, holding)
  const versions = new Map(facts.map((fact: Fact & { version: number }) => [fact.id, fact.version]))
  const differences = proposals.map((one): ArticleDifference => {
    const factVersion = versions.get(one.factId) ?? 0
    const dismissed = dismissals.find(
      ({ factId, why, words, factVersion: version }) =>
        factId === one.factId && why === one.why && words === one.says && version === factVersion,
    )
    return { ...one, factVersion, dismissalId: dismissed?.id ?? null }
  })
  return { revision: revision.number, differences }
}
