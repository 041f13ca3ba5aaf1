'use client'

import { changePassword } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton, TextField } from '../forms/fields'

/** Changes one's own password, for whoever knows the present one. */
export function PasswordForm({ email }: { email: string }) {
  return (
    <ActionForm
      action={changePassword}
      saved="Your password is changed"
      label="Change password"
      className="form slim"
    >
      <input type="text" name="email" value={email} autoComplete="username" readOnly hidden />
      <TextField
        name="current"
        type="password"
        label="Present password"
        autoComplete="current-password"
        required
      />
      <TextField
        name="next"
        type="password"
        label="New password"
        hint="At least 12 characters. Your other log-ins end; this one stays."
        autoComplete="new-password"
        required
      />
      <TextField
        name="again"
        type="password"
        label="New password, once more"
        autoComplete="new-password"
        required
      />
      <div className="actions">
        <SubmitButton>Change password</SubmitButton>
      </div>
    </ActionForm>
  )
}
