'use client'

import { useRef, useState } from 'react'
import { removeMember } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { ModalDialog } from '../ui/modal-dialog'

/** Removes somebody, after having said what that means. */
export function RemoveMember({
  userId,
  name,
  own,
}: {
  userId: string
  name: string
  own: boolean
}) {
  const [asking, setAsking] = useState(false)
  const keep = useRef<HTMLButtonElement>(null)

  return (
    <>
      <button
        type="button"
        className="button plain small"
        aria-label={`Remove ${name}`}
        onClick={() => setAsking(true)}
      >
        Remove
      </button>
      {asking && (
        <ModalDialog
          title={`Remove ${own ? 'yourself' : name}?`}
          first={keep}
          onClose={() => setAsking(false)}
        >
          {(close) => (
            <>
              <ul>
                <li>{own ? 'You are' : 'They are'} logged out at once, on every device.</li>
                <li>
                  Everything {own ? 'you' : 'they'} did stays on record under{' '}
                  {own ? 'your' : 'their'} name.
                </li>
                <li>
                  {own ? 'Another admin' : 'You'} can bring {own ? 'you' : 'them'} back by an
                  invitation.
                </li>
              </ul>
              <ActionForm
                action={removeMember}
                values={{ userId }}
                saved={`${name} was removed`}
                goOnAt="members"
              >
                <div className="actions">
                  <SubmitButton busy="Removing…">
                    {own ? 'Remove myself' : `Remove ${name}`}
                  </SubmitButton>
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
