'use client'

import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { useRefused } from '../../forms/refusal-message'
import { QuickSelect } from '../../ui/instant-select'
import { useClaimEdits } from '../desk/use-claim-edits'

/** Who checks the claim; choosing somebody else assigns it at once. */
export function AssignControl({ desk, claim }: { desk: Desk; claim: ClaimShown }) {
  const { assign } = useClaimEdits(desk)
  const { hear, alert } = useRefused()
  return (
    <>
      <p className="quiet assignee">
        <span aria-hidden="true">assigned to</span>
        <QuickSelect
          aria-label="Assigned to"
          value={claim.assigneeId ?? NOBODY}
          onChoose={async (to) => {
            hear()
            hear(await assign([claim], assigneeIn(to)))
          }}
        >
          <Assignees desk={desk} now={claim.assigneeId} />
        </QuickSelect>
      </p>
      {alert}
    </>
  )
}

const NOBODY = 'nobody'

/** Who was chosen in such a list. */
export const assigneeIn = (value: string) => (value === NOBODY ? null : value)

/** Whoever can be given claims here, the reader first, and whoever has this one now. */
export function Assignees({ desk, now }: { desk: Desk; now?: string | null }) {
  const { me, assignable, names } = desk
  const others = assignable.filter(([userId]) => userId !== me && userId !== now)
  const mine = now !== me && assignable.some(([userId]) => userId === me)
  return (
    <>
      {mine && <option value={me}>Assign to me</option>}
      {now && <option value={now}>{names[now]}</option>}
      <option value={NOBODY}>nobody</option>
      {others.map(([userId, name]) => (
        <option key={userId} value={userId}>
          {name}
        </option>
      ))}
    </>
  )
}
