import type { Actor } from '../domain/policy'
import { countMentions } from './comments'
import { countQueriesFor } from './queries'

/** How much waits for this person: questions to answer or to close, and comments that call them. */
export async function countWaiting(actor: Actor): Promise<number> {
  const counts = await Promise.all([countQueriesFor(actor), countMentions(actor)])
  return counts.reduce((sum, count) => sum + count, 0)
}
