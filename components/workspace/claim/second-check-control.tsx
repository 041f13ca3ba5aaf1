'use client'

import { askSecondCheck, nameSecondChecker, withdrawSecondCheck } from '@/lib/actions'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { claimNumber } from '@/lib/domain/vocabulary'
import type { FormAction } from '@/lib/forms/form-action'
import { useRefused } from '../../forms/refusal-message'
import { QuickSelect } from '../../ui/instant-select'
import { toast } from '../../ui/toast'
import { useDeskStore } from '../desk/desk-context'
import { SecondCheckBadge } from './claim-marks'

/** Whether the claim is checked by a second person, by whom, and the way to ask for it. */
export function SecondCheckControl({ desk, claim }: { desk: Desk; claim: ClaimShown }) {
  const { update } = useDeskStore()
  const { hear, alert } = useRefused()
  const { may, names } = desk
  const { id, second = 'not_needed', secondCheckerId = null, secondCheckAsked = false } = claim

  async function change(
    action: FormAction,
    ahead: Partial<ClaimShown>,
    said: string,
    values: Record<string, string> = {},
  ) {
    hear()
    const answer = await update(new Map([[id, ahead]]), action, { claimId: id, ...values })
    hear(answer)
    if (answer.done) toast(`${claimNumber(claim.number)}: ${said}`)
  }

  const asking = (asked: boolean) => (
    <button
      type="button"
      className="link-button"
      onClick={() =>
        asked
          ? change(askSecondCheck, { secondCheckAsked: true }, 'second check asked for')
          : change(withdrawSecondCheck, { secondCheckAsked: false }, 'no second check asked for')
      }
    >
      {asked ? 'Have it checked twice' : 'One check is enough'}
    </button>
  )
  if (second === 'not_needed') {
    return (
      may.edit && (
        <div className="second-check">
          <p className="small">{asking(true)}</p>
          {alert}
        </div>
      )
    )
  }
  const checker = secondCheckerId ? names[secondCheckerId] : 'a checker of the article'
  return (
    <div className="second-check">
      <p>
        <SecondCheckBadge second={second} />
        {second === 'missing' && (
          <>
            <span className="quiet">for</span>
            {may.edit ? (
              <QuickSelect
                aria-label="Second check by"
                value={secondCheckerId ?? ''}
                onChoose={(to) =>
                  change(
                    nameSecondChecker,
                    { secondCheckerId: to || null },
                    `second check for ${to ? names[to] : 'the checkers of the article'}`,
                    { secondCheckerId: to, from: secondCheckerId ?? '' },
                  )
                }
              >
                <SecondCheckers desk={desk} now={secondCheckerId} />
              </QuickSelect>
            ) : (
              <span>{checker}</span>
            )}
          </>
        )}
        {may.edit && secondCheckAsked && asking(false)}
      </p>
      {alert}
    </div>
  )
}

function SecondCheckers({ desk, now }: { desk: Desk; now: string | null }) {
  const { assignable, names } = desk
  return (
    <>
      <option value="">a checker of the article</option>
      {now && <option value={now}>{names[now]}</option>}
      {assignable
        .filter(([userId]) => userId !== now)
        .map(([userId, name]) => (
          <option key={userId} value={userId}>
            {name}
          </option>
        ))}
    </>
  )
}
