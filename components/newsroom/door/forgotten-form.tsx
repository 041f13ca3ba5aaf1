'use client'

import { useActionState } from 'react'
import { askPasswordLink } from '@/lib/actions'
import { Answer } from '../../forms/action-form'
import { SubmitButton, TextField } from '../../forms/fields'

/** Asks for the address to which a link for a new password goes. It works without its script too. */
export function ForgottenForm() {
  const [answer, send, pending] = useActionState(askPasswordLink, {})
  const { message, fields = {}, typed } = answer

  return (
    <form className="form" action={send} aria-label="Ask for a link" noValidate>
      <Answer value={{ answer, pending }}>
        <TextField
          name="email"
          type="email"
          label="Email address"
          autoComplete="username"
          defaultValue={typed?.email}
          required
        />
        <p role="alert" className={message && !fields.email ? 'form-message' : ''}>
          {fields.email ? '' : message}
        </p>
        <SubmitButton busy="Sending…">Send me a link</SubmitButton>
      </Answer>
    </form>
  )
}
