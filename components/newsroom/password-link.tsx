'use client'

import { useId, useRef, useState } from 'react'
import { makePasswordLink } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { SecretLink } from './secret-link'

/** Makes a link by which a member chooses a new password, after having said what that means, and shows it once. */
export function PasswordLink({ userId, name }: { userId: string; name: string }) {
  const dialog = useRef<HTMLDialogElement>(null)
  const [secret, setSecret] = useState<string | null>(null)
  const title = useId()

  return (
    <>
      <button
        type="button"
        className="button plain small"
        aria-label={`New password for ${name}`}
        onClick={() => dialog.current?.showModal()}
      >
        New password
      </button>
      <dialog
        ref={dialog}
        className="confirm"
        aria-labelledby={title}
        onClose={() => setSecret(null)}
      >
        <h2 id={title}>A new password for {name}?</h2>
        {secret ? (
          <SecretLink
            path="/new-password"
            secret={secret}
            label={`Link for ${name}`}
            lasts="a day"
          />
        ) : (
          <ul>
            <li>You get a link by which they choose one. Give it to nobody else.</li>
            <li>Their present password works until then, and every log-in of theirs ends then.</li>
            <li>A link that was made for them before no longer works.</li>
            <li>The log tells who made a link and when it was used, but not the link.</li>
          </ul>
        )}
        <ActionForm
          action={makePasswordLink}
          values={{ userId }}
          saved="Link made"
          onDone={(output) => setSecret(secretIn(output))}
          label={`New password for ${name}`}
        >
          <div className="actions">
            {!secret && <SubmitButton busy="Making it…">Make the link</SubmitButton>}
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {secret ? 'Done' : 'Cancel'}
            </button>
          </div>
        </ActionForm>
      </dialog>
    </>
  )
}

function secretIn(output: unknown): string | null {
  if (typeof output !== 'object' || output === null || !('secret' in output)) return null
  return typeof output.secret === 'string' ? output.secret : null
}
