'use client'

import { useActionState } from 'react'
import { choosePassword } from '@/lib/actions'
import { Answer } from '../../forms/action-form'
import { SubmitButton, TextField } from '../../forms/fields'

/** Lets the holder of a link choose a new password. It works without its script too, for whoever is in a hurry or behind a filter. */
export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const [answer, send, pending] = useActionState(choosePassword, {})
  const { message, fields = {} } = answer
  const said = message && Object.values(fields).includes(message) ? '' : (message ?? '')
  const chosen = { type: 'password', autoComplete: 'new-password', required: true }

  return (
    <form className="form" action={send} aria-label="Choose a new password" noValidate>
      <input type="hidden" name="token" value={token} />
      <Answer value={{ answer, pending }}>
        <TextField
          name="email"
          label="Email address"
          type="email"
          value={email}
          autoComplete="username"
          readOnly
        />
        <TextField
          name="password"
          label="New password"
          hint="At least 12 characters."
          {...chosen}
        />
        <TextField name="again" label="New password, once more" {...chosen} />
        <p role="alert" className={said ? 'form-message' : ''}>
          {said}
        </p>
        <SubmitButton>Save the new password</SubmitButton>
      </Answer>
    </form>
  )
}
