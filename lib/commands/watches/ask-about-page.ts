import { listWholeClaims } from '@/lib/db/claims/claims'
import { listClaimsAsked } from '@/lib/db/discussion/queries'
import type { Watch } from '@/lib/db/watches/find-watch'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'
import { isNews } from '@/lib/domain/watches/look'
import { questionOf } from '@/lib/domain/watches/question'
import { askEditor } from '../claims/ask-editor'

type Record = (event: DeskEvent) => void

/** Whether the words of evidence still stand in a page, by the evidence's id; left out where that cannot be told. */
export type Standing = { [evidenceId: string]: boolean }

/**
 * Asks the editor about every claim that a page carries, because it changed or is gone; not about one of which the same was
 * asked before and is not closed, nor in an article that is put away. Answers with the queries that are open about it now.
 */
export async function askAboutPage(
  actor: Actor,
  {
    watch,
    found,
    stands,
    record,
  }: { watch: Watch; found: 'changed' | 'gone'; stands: Standing; record: Record },
): Promise<string[]> {
  const { articleId, capture, reached, isArchived } = watch
  const { id: sourceId, title } = capture.source
  const open = await listClaimsAsked(actor, reached?.queryIds ?? [])
  const asked = [...open.values()]
  if (isArchived) return asked
  const wasOther = reached !== null && isNews(reached.found) && reached.found !== found
  for (const claim of await listWholeClaims(actor, articleId)) {
    const evidence = claim.evidence.filter(({ source }) => source.id === sourceId)
    const isAsked = open.has(claim.id) && !wasOther
    if (claim.status === 'cut' || evidence.length === 0 || isAsked) continue
    const question = questionOf(found, { title, stands: standingOf(evidence, stands) })
    asked.push(await askEditor(actor, claim, { question, record }))
  }
  return asked
}

/** Whether the words of all this evidence still stand; null where that can be told of none. */
function standingOf(evidence: readonly { id: string }[], stands: Standing): boolean | null {
  const told = evidence.flatMap(({ id }) => stands[id] ?? [])
  return told.length === 0 ? null : told.every((one) => one)
}
