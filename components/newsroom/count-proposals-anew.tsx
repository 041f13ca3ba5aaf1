'use client'

import { useRef, useState } from 'react'
import { countProposalsAnew } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { ModalDialog } from '../ui/modal-dialog'

/** Begins to count anew, after having said what that means. */
export function CountProposalsAnew({ answers }: { answers: number }) {
  const [asking, setAsking] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)

  return (
    <>
      <button type="button" className="button" onClick={() => setAsking(true)}>
        Start counting anew
      </button>
      {asking && (
        <ModalDialog title="Start counting anew?" first={keep} onClose={() => setAsking(false)}>
          {(close) => (
            <>
              <p>
                {answers === 1 ? '1 answer weighs' : `${answers} answers weigh`} no more in the
                order of proposals, for everybody here. It stays on record who took and dismissed
                what, and this cannot be undone.
              </p>
              <ActionForm
                action={countProposalsAnew}
                saved="Counted anew from now on"
                goOnAt="proposal-answers"
              >
                <div className="actions">
                  <SubmitButton busy="Starting…">Start counting anew</SubmitButton>
                  <button ref={keep} type="button" className="button" onClick={close}>
                    Keep what was counted
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
