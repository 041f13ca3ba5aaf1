'use client'

import { useActionState } from 'react'
import { choosePassword } from '@/lib/actions'

/** Lets the holder of a link choose a new password. It works without its script too, for whoever is in a hurry or behind a filter. */
export function NewPasswordForm({ token, email }: { token: string; email: string }) {
  const [{ message, fields = {} }, send, pending] = useActionState(choosePassword, {})
  const said = message && Object.values(fields).includes(message) ? '' : (message ?? '')

  return (
    <form className="form" action={send} aria-label="Choose a new password" noValidate>
      <input type="hidden" name="token" value={token} />
      <div className="field">
        <label htmlFor="email">Email address</label>
        <input
          id="email"
          name="email"
          type="email"
          value={email}
          autoComplete="username"
          readOnly
        />
      </div>
      <PasswordField
        name="password"
        label="New password"
        hint="At least 12 characters."
        error={fields.password}
      />
      <PasswordField name="again" label="New password, once more" error={fields.again} />
      <p role="alert" className={said ? 'form-message' : ''}>
        {said}
      </p>
      <button type="submit" className="button primary" aria-disabled={pending || undefined}>
        {pending ? 'Saving…' : 'Save the new password'}
      </button>
    </form>
  )
}

function PasswordField({
  name,
  label,
  hint,
  error,
}: {
  name: string
  label: string
  hint?: string
  error?: string
}) {
  return (
    <div className="field">
      <label htmlFor={name}>{label}</label>
      {hint && (
        <span className="hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      <input
        id={name}
        name={name}
        type="password"
        autoComplete="new-password"
        aria-invalid={error ? true : undefined}
        aria-describedby={
          [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(' ') || undefined
        }
        required
      />
      {error && (
        <span className="error" id={`${name}-error`}>
          {error}
        </span>
      )}
    </div>
  )
}
