'use client'

import { useEffect, useRef, useState } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { SETTABLE_STATUSES } from '@/lib/domain/claims/status'
import { CLAIM_TYPES, keysOf, WORK_STATUSES } from '@/lib/domain/vocabulary'
import type { FormState } from '@/lib/forms/form-action'
import { later } from '../../browser/later'
import { useRefused } from '../../forms/refusal-message'
import { QuickSelect } from '../../ui/instant-select'
import { Assignees, assigneeIn } from '../claim/assign-control'
import { useClaimEdits } from '../desk/use-claim-edits'
import type { Picked } from './use-multi-select'

const AttachToClaims = later(() =>
  import('../claim/evidence/attach-to-claims').then(({ AttachToClaims }) => AttachToClaims),
)

/** What can be done with the chosen claims, all at once; how many they are is said as well. */
export function BulkActions({ desk, picked, of }: { desk: Desk; picked: Picked; of: number }) {
  const { chosen, clear } = picked
  const { assign, setType, setStatus } = useClaimEdits(desk)
  const { hear, alert } = useRefused()
  const [attaching, setAttaching] = useState(false)

  async function carryOut(change: Promise<FormState>) {
    hear()
    hear(await change)
  }

  return (
    <div className="choice">
      <p className="visually-hidden" aria-live="polite">
        {useCount(chosen.length, of)}
      </p>
      {chosen.length > 0 && (
        <fieldset className="choice-bar" aria-label="With the chosen claims">
          <span>{chosen.length} chosen</span>
          <QuickSelect
            aria-label="Assign them"
            value=""
            onChoose={(to) => carryOut(assign(chosen, assigneeIn(to)))}
          >
            <option value="" hidden>
              Assign…
            </option>
            <Assignees desk={desk} />
          </QuickSelect>
          <QuickSelect
            aria-label="Set their type"
            value=""
            onChoose={(value) => {
              const type = keysOf(CLAIM_TYPES).find((one) => one === value)
              if (type) carryOut(setType(chosen, type))
            }}
          >
            <option value="" hidden>
              Type…
            </option>
            {keysOf(CLAIM_TYPES).map((type) => (
              <option key={type} value={type}>
                {CLAIM_TYPES[type]}
              </option>
            ))}
          </QuickSelect>
          <QuickSelect
            aria-label="Set their status"
            value=""
            onChoose={(value) => {
              const status = SETTABLE_STATUSES.find((one) => one === value)
              if (status) carryOut(setStatus(chosen, status))
            }}
          >
            <option value="" hidden>
              Status…
            </option>
            {SETTABLE_STATUSES.map((status) => (
              <option key={status} value={status}>
                {WORK_STATUSES[status]}
              </option>
            ))}
          </QuickSelect>
          {desk.may.attach && (
            <button
              type="button"
              className="button small plain"
              aria-label="Attach a source…"
              onClick={() => setAttaching(true)}
            >
              Source…
            </button>
          )}
          <button type="button" className="button small plain" onClick={clear}>
            Clear
          </button>
        </fieldset>
      )}
      {attaching && chosen.length > 0 && (
        <AttachToClaims desk={desk} claims={chosen} onClose={() => setAttaching(false)} />
      )}
      {alert}
    </div>
  )
}

/** The box above the others: it chooses all that the filter shows, or lets all go. */
export function SelectAll({ picked: { chosen, all }, of }: { picked: Picked; of: number }) {
  const box = useRef<HTMLInputElement>(null)
  const some = chosen.length > 0 && chosen.length < of
  useEffect(() => {
    if (box.current) box.current.indeterminate = some
  }, [some])
  return (
    <label className="choose">
      <input
        ref={box}
        type="checkbox"
        aria-label="Choose all shown"
        checked={of > 0 && chosen.length === of}
        disabled={of === 0}
        onChange={all}
      />
    </label>
  )
}

/** How many are chosen, as a sentence; nothing until something was. */
function useCount(count: number, of: number): string {
  const begun = useRef(false)
  begun.current ||= count > 0
  if (!begun.current) return ''
  return count === 0 ? 'No claims chosen' : `${count} of ${of} claims chosen`
}
