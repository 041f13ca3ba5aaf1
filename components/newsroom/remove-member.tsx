'use client'

import { useId, useRef } from 'react'
import { removeMember } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'

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
  const dialog = useRef<HTMLDialogElement>(null)
  const keep = useRef<HTMLButtonElement>(null)
  const title = useId()

  function ask() {
    dialog.current?.showModal()
    keep.current?.focus()
  }

  return (
    <>
      <button
        type="button"
        className="button plain small"
        aria-label={`Remove ${name}`}
        onClick={ask}
      >
        Remove
      </button>
      <dialog ref={dialog} className="confirm" aria-labelledby={title}>
        <h2 id={title}>Remove {own ? 'yourself' : name}?</h2>
        <ul>
          <li>{own ? 'You are' : 'They are'} logged out at once, on every device.</li>
          <li>
            Everything {own ? 'you' : 'they'} did stays on record under {own ? 'your' : 'their'}{' '}
            name.
          </li>
          <li>
            {own ? 'Another admin' : 'You'} can bring {own ? 'you' : 'them'} back by an invitation.
          </li>
        </ul>
        <ActionForm
          action={removeMember}
          values={{ userId }}
          saved={`${name} was removed`}
          goOnAt="members"
        >
          <div className="actions">
            <SubmitButton busy="Removing…">{own ? 'Remove myself' : `Remove ${name}`}</SubmitButton>
            <button
              ref={keep}
              type="button"
              className="button"
              onClick={() => dialog.current?.close()}
            >
              Keep
            </button>
          </div>
        </ActionForm>
      </dialog>
    </>
  )
}
