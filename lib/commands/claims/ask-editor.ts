import type { Claim } from '@/lib/db/claims/whole-claims'
import { insertQuery } from '@/lib/db/discussion/queries'
import { findRevision } from '@/lib/db/revisions/revisions'
import { anchorAt } from '@/lib/domain/anchoring/anchor'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'

/** Asks the editor about the words of a claim, in the way of no signature, and answers with the query's id. */
export async function askEditor(
  actor: Actor,
  { id: claimId, number, anchor, article }: Claim,
  { question, record }: { question: string; record: (event: DeskEvent) => void },
): Promise<string> {
  const articleId = article.id
  const revision = await findRevision(actor, articleId, anchor.revision.number)
  if (!revision) throw new Error(`claim ${claimId} stands in no revision`)
  const asked = { articleId, claimId, question, blocking: false, to: 'editor' as const }
  const place = anchorAt(revision.text, anchor)
  const about = { ...asked, revisionId: revision.id, toUserId: null }
  const queryId = await insertQuery(actor, about, place)
  record({ type: 'query.asked', ...asked, number, queryId, words: place.exact })
  return queryId
}
