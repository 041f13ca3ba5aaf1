'use client'

import { setStatus } from '@/lib/actions'
import { SETTABLE_STATUSES } from '@/lib/domain/claim-status'
import { WORK_STATUSES, type WorkStatus } from '@/lib/domain/vocabulary'
import { ActionForm, useAnswer } from '../ui/action-form'
import { announce } from '../ui/announce'
import { send } from '../ui/send'
import type { ClaimShown } from './types'

/** Where the work on the claim stands, as a row of buttons; a verdict makes it checked. */
export function StatusControl({ newsroom, claim }: { newsroom: string; claim: ClaimShown }) {
  function takingBack(output: unknown) {
    const set = output as { from: WorkStatus; to: WorkStatus }
    if (!SETTABLE_STATUSES.some((status) => status === set.from)) return undefined
    return async () => {
      const values = { newsroom, claimId: claim.id, from: set.to, status: set.from }
      if (await send(setStatus, values)) announce(`Back to ${WORK_STATUSES[set.from]}`)
    }
  }

  return (
    <ActionForm
      action={setStatus}
      values={{ claimId: claim.id, from: claim.status }}
      className="status-control"
      label="Where the work stands"
      saved="Status set"
      undoable={takingBack}
    >
      <Buttons claim={claim} />
    </ActionForm>
  )
}

function Buttons({ claim }: { claim: ClaimShown }) {
  const { pending } = useAnswer()
  return (
    <div className="segmented">
      {SETTABLE_STATUSES.map((status) => (
        <button
          key={status}
          type="submit"
          name="status"
          value={status}
          aria-pressed={claim.status === status}
          aria-disabled={pending || claim.status === status || undefined}
          onClick={(event) => {
            if (claim.status === status) event.preventDefault()
          }}
        >
          {WORK_STATUSES[status]}
        </button>
      ))}
    </div>
  )
}
