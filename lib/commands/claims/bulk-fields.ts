/** What can be changed of many claims at once: who checks them, what kind they are, where the work stands. */

import type { ClaimDetails, ClaimStandingChange } from '@/lib/db/claims/claims'
import type { Claim } from '@/lib/db/claims/whole-claims'
import type { DeskEvent, ToldEvent } from '@/lib/domain/audit/events'
import { SETTABLE_STATUSES, statusAfterVerdict } from '@/lib/domain/claims/status'
import {
  CLAIM_TYPES,
  type ClaimType,
  WORK_STATUSES,
  type WorkStatus,
} from '@/lib/domain/vocabulary'
import { aboutClaim, isPlaced, unsupportedVerdicts } from './claim-subject'

export interface Facet<Value> {
  of: (claim: Claim) => Value
  /** The change that is stored. */
  stored: (value: Value) => Partial<ClaimDetails> & ClaimStandingChange
  /** How it came about, after “C-004 was”. */
  happened: (value: Value) => string
  event: (claim: Claim, to: Value) => DeskEvent
  /** Whether this event is one that sets it. */
  setBy: (event: ToldEvent) => boolean
  /** Why a claim cannot be put back to what it was, after “C-004 is”; null when it can. */
  barred: (claim: Claim, was: Value) => string | null
}

/** Who checks a claim, with the names of those who ever could, and the ids of those who still can. */
export function assigneeFacet(
  names: ReadonlyMap<string, string>,
  assignable: ReadonlySet<string>,
): Facet<string | null> {
  const nameOf = (userId: string | null) =>
    userId === null ? '' : (names.get(userId) ?? 'somebody')
  return {
    of: ({ assigneeId }) => assigneeId,
    stored: (assigneeId) => ({ assigneeId }),
    happened: (userId) => `assigned to ${nameOf(userId) || 'nobody'}`,
    event: (claim, to) => ({
      type: 'claim.changed',
      ...aboutClaim(claim),
      changes: { assignee: { from: nameOf(claim.assigneeId), to: nameOf(to) } },
    }),
    setBy: (event) => event.type === 'claim.changed' && 'assignee' in event.changes,
    barred: (_, was) =>
      was === null || assignable.has(was) ? null : `no longer for ${nameOf(was)} to check`,
  }
}

export const TYPE_FACET: Facet<ClaimType> = {
  of: ({ type }) => type,
  stored: (type) => ({ type }),
  happened: (type) => `given the type ${CLAIM_TYPES[type]}`,
  event: (claim, to) => ({
    type: 'claim.changed',
    ...aboutClaim(claim),
    changes: { type: { from: CLAIM_TYPES[claim.type], to: CLAIM_TYPES[to] } },
  }),
  setBy: (event) => event.type === 'claim.changed' && 'type' in event.changes,
  barred: () => null,
}

export const STATUS_FACET: Facet<WorkStatus> = {
  of: ({ status }) => status,
  stored: (status) => ({ status }),
  happened: (status) => `set to ${WORK_STATUSES[status]}`,
  event: (claim, to) => ({
    type: 'claim.status-set',
    ...aboutClaim(claim),
    from: claim.status,
    to,
  }),
  setBy: ({ type }) => SETTING.some((one) => one === type),
  barred: (claim, was) => (mayStandAgain(claim, was) ? null : 'no longer carried by its evidence'),
}

const SETTING = ['claim.status-set', 'verdict.given', 'verdict.hidden'] as const

/** Checked is only what its verdicts make so, and recheck only what has one. */
function mayStandAgain(claim: Claim, was: WorkStatus): boolean {
  if (SETTABLE_STATUSES.some((status) => status === was)) return true
  if (was === 'recheck') return claim.verdicts.length > 0
  return (
    was === 'checked' &&
    isPlaced(claim) &&
    statusAfterVerdict(claim) === 'checked' &&
    unsupportedVerdicts(claim).length === 0
  )
}
