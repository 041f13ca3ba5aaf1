'use client'

import { acceptInvitation } from '@/lib/actions'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton, TextField } from '../../forms/fields'
import { logInAfter } from './log-in-after'

/** Takes an invitation up: with a new account, or with the one that the address has. */
export function InvitationForm({
  token,
  email,
  hasAccount,
}: {
  token: string
  email: string
  /** The address has an account already, whose password is asked for. */
  hasAccount: boolean
}) {
  return (
    <ActionForm
      action={logInAfter(acceptInvitation, email)}
      values={{ token }}
      saved=""
      label="Accept the invitation"
    >
      <TextField
        name="email"
        label="Email address"
        type="email"
        value={email}
        autoComplete="username"
        readOnly
      />
      {!hasAccount && <TextField name="name" label="Your name" autoComplete="name" required />}
      <TextField
        name="password"
        type="password"
        label={hasAccount ? 'Your password' : 'Choose a password'}
        hint={hasAccount ? 'This address has an account here already.' : 'At least 12 characters.'}
        autoComplete={hasAccount ? 'current-password' : 'new-password'}
        required
      />
      <SubmitButton busy="Joining…">Join the newsroom</SubmitButton>
    </ActionForm>
  )
}
