'use client'

import { useState } from 'react'
import { invite } from '@/lib/actions'
import { ROLES } from '@/lib/domain/vocabulary'
import { ActionForm } from '../forms/action-form'
import { SelectField, SubmitButton, TextField } from '../forms/fields'
import { SecretLink } from './secret-link'

interface Invited {
  secret: string
  email: string
  /** It goes by mail, too. */
  isMailed: boolean
}

/** Invites somebody, and shows the link once, whether or not it goes by mail: it is stored nowhere. */
export function InviteForm() {
  const [invited, setInvited] = useState<Invited | null>(null)

  return (
    <>
      <ActionForm
        action={invite}
        draft="invite"
        saved="Invitation made"
        onDone={(output) => setInvited(asInvited(output))}
        label="Invite"
      >
        <div className="pair">
          <TextField name="email" type="email" label="Email address" autoComplete="off" required />
          <SelectField name="role" label="Role" options={ROLES} defaultValue="checker" />
        </div>
        <div className="actions">
          <SubmitButton busy="Inviting…">Invite</SubmitButton>
        </div>
      </ActionForm>
      {invited && (
        <SecretLink
          path="/invitation"
          secret={invited.secret}
          label={`Link for ${invited.email}`}
          lasts="a week"
          mailedTo={invited.isMailed ? invited.email : undefined}
        />
      )}
    </>
  )
}

function asInvited(output: unknown): Invited | null {
  if (typeof output !== 'object' || output === null) return null
  if (!('secret' in output) || !('email' in output)) return null
  const { secret, email } = output
  const isMailed = 'isMailed' in output && output.isMailed === true
  return typeof secret === 'string' && typeof email === 'string'
    ? { secret, email, isMailed }
    : null
}
