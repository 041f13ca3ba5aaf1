'use client'

import { useRef, useState } from 'react'
import { resetSecondFactor } from '@/lib/actions'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton } from '../../forms/fields'
import { ModalDialog } from '../../ui/modal-dialog'

/** Takes a member's second factor away, after having said what that means. */
export function ResetSecondFactor({ userId, name }: { userId: string; name: string }) {
  const [asking, setAsking] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)

  return (
    <>
      <button
        type="button"
        className="button plain small"
        aria-label={`Reset the second factor of ${name}`}
        onClick={() => setAsking(true)}
      >
        Reset factor
      </button>
      {asking && (
        <ModalDialog
          title={`Reset the second factor of ${name}?`}
          first={keep}
          onClose={() => setAsking(false)}
        >
          {(close) => (
            <>
              <ul>
                <li>
                  For a phone that is lost, with the recovery codes. Make sure that it is they who
                  ask.
                </li>
                <li>Their password alone opens from then on, until they set up another.</li>
                <li>Their log-ins go on; end them too if the phone was logged in.</li>
              </ul>
              <ActionForm
                action={resetSecondFactor}
                values={{ userId }}
                saved={`${name} has no second factor any more`}
                goOnAt="members"
                label={`Reset the second factor of ${name}`}
              >
                <div className="actions">
                  <SubmitButton busy="Resetting…">Reset it</SubmitButton>
                  <button ref={keep} type="button" className="button" onClick={close}>
                    Keep
                  </button>
                </div>
              </ActionForm>
            </>
          )}
        </ModalDialog>
      )}
    </>
  )
}
