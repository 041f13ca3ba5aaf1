'use client'

import { useState } from 'react'
import { makePasswordLink } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { secretIn } from '../forms/shown-once'
import { ModalDialog } from '../ui/modal-dialog'
import { SecretLink } from './secret-link'

/** Makes a link by which a member chooses a new password, after having said what that means, and shows it once. */
export function PasswordLink({ userId, name }: { userId: string; name: string }) {
  const [asking, setAsking] = useState(false)

  return (
    <>
      <button
        type="button"
        className="button plain small"
        aria-label={`New password for ${name}`}
        onClick={() => setAsking(true)}
      >
        New password
      </button>
      {asking && (
        <ModalDialog title={`A new password for ${name}?`} onClose={() => setAsking(false)}>
          {(close) => <LinkForm {...{ userId, name, close }} />}
        </ModalDialog>
      )}
    </>
  )
}

/** The link is known here alone, and forgotten with the dialog. */
function LinkForm({ userId, name, close }: { userId: string; name: string; close: () => void }) {
  const [secret, setSecret] = useState<string | null>(null)

  return (
    <>
      {secret ? (
        <SecretLink path="/new-password" secret={secret} label={`Link for ${name}`} lasts="a day" />
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
          <button type="button" className="button" onClick={close}>
            {secret ? 'Done' : 'Cancel'}
          </button>
        </div>
      </ActionForm>
    </>
  )
}
