'use client'

import { type FormEvent, useContext, useRef } from 'react'
import { putClaimsBack, setStatus } from '@/lib/actions'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { needsWork, SETTABLE_STATUSES } from '@/lib/domain/claims/status'
import { claimNumber, WORK_STATUSES, type WorkStatus } from '@/lib/domain/vocabulary'
import { useRefused } from '../../forms/refusal-message'
import { reasonOf } from '../../forms/submit'
import { toast } from '../../ui/toast'
import { GoOn, useDeskStore } from '../desk/desk-context'

/** Where the work on the claim stands, as a row of buttons; a verdict makes it checked. */
export function StatusControl({ desk, claim }: { desk: Desk; claim: ClaimShown }) {
  const { update } = useDeskStore()
  const goOn = useContext(GoOn)
  const { hear, alert } = useRefused()
  /** After a conflict: what is stored now, over which the next choice is meant. */
  const over = useRef<string>(undefined)

  async function set(status: WorkStatus) {
    if (claim.status === status) return
    const from = over.current ?? claim.status
    over.current = undefined
    hear()
    const sent = { claimId: claim.id, from, status }
    const answer = await update(new Map([[claim.id, { status }]]), setStatus, sent)
    if (!answer.done) {
      over.current = answer.resend?.from
      hear(answer)
      return
    }
    const { changed } = answer.done.output as { changed: { was: WorkStatus }[] }
    const was = changed[0]?.was ?? claim.status
    const words = `${claimNumber(claim.number)} ${WORK_STATUSES[status]}`
    if (needsWork({ status })) toast(words, () => putBack(status, was))
    else goOn(claim, words, () => putBack(status, was))
  }

  async function putBack(left: WorkStatus, was: WorkStatus) {
    const claims = JSON.stringify([{ claimId: claim.id, left, was }])
    const sent = { articleId: desk.article.id, what: 'status', claims }
    const answer = await update(new Map([[claim.id, { status: was }]]), putClaimsBack, sent)
    const back = `${claimNumber(claim.number)} is back to ${WORK_STATUSES[was]}`
    toast(answer.done ? back : reasonOf(answer))
  }

  const choose = (button: EventTarget | null) => {
    const value = button instanceof HTMLButtonElement ? button.value : ''
    const status = SETTABLE_STATUSES.find((one) => one === value)
    if (status) set(status)
  }
  return (
    <form
      className="status-control"
      aria-label="Where the work stands"
      onSubmit={(event: FormEvent<HTMLFormElement>) => {
        event.preventDefault()
        choose((event.nativeEvent as SubmitEvent).submitter)
      }}
    >
      <div className="segmented">
        {SETTABLE_STATUSES.map((status) => (
          <button
            key={status}
            type="submit"
            name="status"
            value={status}
            aria-pressed={claim.status === status}
            aria-disabled={claim.status === status || undefined}
          >
            {WORK_STATUSES[status]}
          </button>
        ))}
      </div>
      {alert}
    </form>
  )
}
