import type { Actor } from '@/lib/domain/policy'
import { countSecondChecksFor } from '../claims/second-checks'
import { countMentions } from '../discussion/comments'
import { countQueriesFor } from '../discussion/queries'

/** How much waits for this person: questions to answer or to close, second checks, and comments that call them. */
export async function countWaiting(actor: Actor): Promise<number> {
  const counts = await Promise.all([
    countQueriesFor(actor),
    countSecondChecksFor(actor),
    countMentions(actor),
  ])
  return counts.reduce((sum, count) => sum + count, 0)
}
