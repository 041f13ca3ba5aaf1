import type { Actor } from '@/lib/domain/policy'
import { whileUnchanged } from '../while-unchanged'
import { findWaiting, type WaitingFound } from './find-waiting'

/**
 * What waits for somebody, for the number in the bar: read once for as long as nothing changed in the newsroom. What is
 * near its deadline is judged anew every quarter of an hour.
 */
export function findKnownWaiting(actor: Actor): Promise<WaitingFound> {
  return known(actor, Math.floor(Date.now() / QUARTER))
}

const QUARTER = 900_000

const known = whileUnchanged(
  64,
  (quarter: number) => `${quarter}`,
  (actor) => findWaiting(actor),
)
