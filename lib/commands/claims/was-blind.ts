import { listEventsSince } from '@/lib/db/audit/log-events'
import type { Claim } from '@/lib/db/claims/whole-claims'
import type { DeskEvent } from '@/lib/domain/audit/events'
import { hiddenFrom } from '@/lib/domain/claims/blind-check'
import { needsSecondCheck } from '@/lib/domain/claims/second-check'
import type { Actor } from '@/lib/domain/policy'
import type { Aspect } from '@/lib/domain/vocabulary'
import { checksOf } from './check-rules'

/**
 * Whether this person cannot have seen the first verdict on a question: it is hidden from them now, and nothing that
 * happened since it was given can have shown it for a while. Where that cannot be told, the answer is no.
 */
export async function isBlind(actor: Actor, claim: Claim, aspect: Aspect): Promise<boolean> {
  const hidden = hiddenFrom(actor, checksOf(claim))
  const first = claim.verdicts.find((one) => one.aspect === aspect && one.check === 'first')
  if (!first || !hidden.includes(first)) return false
  const since = await listEventsSince(actor, { claim, verdictId: first.id, types: SHOWING })
  return (
    !since.events.some((event) => mayShow(actor, claim, aspect, event)) &&
    [since.namedThen, ...named(since.events)].every(
      (userId) =>
        userId === actor.userId ||
        (userId === null && claim.article.checkerIds.includes(actor.userId)),
    )
  )
}

/** What can change from whom a verdict is hidden. */
const SHOWING = [
  'newsroom.changed',
  'member.role-changed',
  'article.changed',
  'claim.changed',
  'second-check.asked',
  'second-check.withdrawn',
  'second-checker.named',
  'verdict.given',
] as const satisfies DeskEvent['type'][]

const named = (events: readonly DeskEvent[]) =>
  events.flatMap((event) => (event.type === 'second-checker.named' ? [event.userId] : []))

function mayShow(actor: Actor, claim: Claim, aspect: Aspect, event: DeskEvent): boolean {
  switch (event.type) {
    case 'newsroom.changed':
      return Object.keys(event.changes).some((label) => label !== 'name')
    case 'member.role-changed':
      return event.userId === actor.userId
    case 'article.changed':
      return 'writers' in event.changes || 'checkers' in event.changes
    case 'claim.changed':
      return 'risks' in event.changes || 'claimant' in event.changes
    case 'second-check.asked':
    case 'second-check.withdrawn':
      return !needsSecondCheck(actor, { ...claim, secondCheckAsked: false })
    case 'verdict.given':
      return event.aspect === aspect
    default:
      return false
  }
}
