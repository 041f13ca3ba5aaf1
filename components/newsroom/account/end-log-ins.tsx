'use client'

import { useRef, useState } from 'react'
import { endLogInsOf } from '@/lib/actions'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton } from '../../forms/fields'
import { ModalDialog } from '../../ui/modal-dialog'

/** Ends every log-in of a member, after having said what that means. */
export function EndLogIns({ userId, name }: { userId: string; name: string }) {
  const [asking, setAsking] = useState(false)
  const cancel = useRef<HTMLButtonElement>(null)

  return (
    <>
      <button
        type="button"
        className="button plain small"
        aria-label={`Log ${name} out`}
        onClick={() => setAsking(true)}
      >
        Log out
      </button>
      {asking && (
        <ModalDialog title={`Log ${name} out?`} first={cancel} onClose={() => setAsking(false)}>
          {(close) => (
            <>
              <ul>
                <li>Every log-in of theirs ends at once, on every device and in every newsroom.</li>
                <li>They can log in again as before: what they know still opens.</li>
              </ul>
              <ActionForm
                action={endLogInsOf}
                values={{ userId }}
                saved={`${name} is logged out`}
                onDone={close}
                label={`Log ${name} out`}
              >
                <div className="actions">
                  <SubmitButton busy="Logging out…">Log {name} out</SubmitButton>
                  <button ref={cancel} type="button" className="button" onClick={close}>
                    Cancel
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
