import type { Actor } from '@/lib/domain/policy'
import { type Need, needsOf } from '@/lib/domain/waiting/needs'
import { findWaiting } from './find-waiting'

/** What each of these articles needs of the actor, by the article’s id: the same as waits for them on the first page. */
export async function findNeeds(
  actor: Actor,
  articleIds: readonly string[],
): Promise<Map<string, Need[]>> {
  if (articleIds.length === 0) return new Map()
  const { lines } = await findWaiting(actor, { articleIds, most: MOST })
  return new Map(
    articleIds.map((id) => [id, needsOf(lines.filter(({ articleId }) => articleId === id))]),
  )
}

/** Of each kind, in a page of the list. */
const MOST = 1_000
