import {
  findBoxStandings,
  insertReadersBoxEnd,
  listStandingReadersBoxes,
} from '@/lib/db/publication/readers-boxes'
import type { DeskEvent } from '@/lib/domain/audit/events'
import type { Actor } from '@/lib/domain/policy'

/**
 * Lets the reader's boxes of these articles fall that no longer hold after what has just happened, and says which: a box
 * holds for one text, as long as that is signed off and each claim in it stands as it was signed. What was signed stays on record.
 */
export async function invalidateReadersBoxes(
  actor: Actor,
  articleIds: readonly string[],
): Promise<DeskEvent[]> {
  const fell: DeskEvent[] = []
  for (const box of await listStandingReadersBoxes(actor, articleIds)) {
    const { id: boxId, articleId, revision, claims, standings } = box
    const now = await findBoxStandings(actor, articleId, claims)
    const changed = claims.filter((number, index) => now.get(number) !== standings[index])
    const isNewer = box.newestId !== box.revisionId
    if (!isNewer && box.isSigned && changed.length === 0) continue
    const kind = isNewer ? 'superseded' : 'fallen'
    await insertReadersBoxEnd(actor, { boxId, kind, claims: changed })
    fell.push({ type: `readers-box.${kind}`, articleId, boxId, revision, claims: changed })
  }
  return fell
}
