import type { Actor } from '../domain/policy'
import { countMentions } from './comments'
import { countQueriesFor } from './queries'
import { countSecondChecksFor } from './second-checks'

/** How much waits for this person: questions to answer or to close, second checks, and comments that call them. */
export async function countWaiting(actor: Actor): Promise<number> {
  const counts = await Promise.all([
    countQueriesFor(actor),
    countSecondChecksFor(actor),
    countMentions(actor),
  ])
  return counts.reduce((sum, count) => sum + count, 0)
}
