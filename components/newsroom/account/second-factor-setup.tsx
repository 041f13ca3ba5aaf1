'use client'

import { type ReactNode, useState } from 'react'
import { beginSecondFactor, confirmSecondFactor } from '@/lib/actions'
import type { FormAction } from '@/lib/forms/form-action'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton, TextField } from '../../forms/fields'
import { codesIn, RecoveryCodes } from './recovery-codes'

/** Sets a second factor up: a square for the app, a code that confirms it, and the recovery codes, once. */
export function SecondFactorSetup({
  begun,
  isOn,
  to,
}: {
  /** The square, and the same secret in letters; null before the set-up is begun. */
  begun: { square: ReactNode; secret: string } | null
  isOn: boolean
  /** Where to go on afterwards. */
  to: string
}) {
  const [codes, setCodes] = useState<string[]>([])
  // The form is gone once the page knows that it is on, so the answer is heard here.
  const confirm: FormAction = async (form) => {
    const answer = await confirmSecondFactor(form)
    if (answer.done) setCodes(codesIn(answer.done.output))
    return answer
  }
  if (codes.length > 0 || isOn) {
    return (
      <>
        <p role="status">Your second factor is on. Your other log-ins have ended.</p>
        {codes.length > 0 && <RecoveryCodes codes={codes} />}
        <p>
          <a className="button primary" href={to}>
            {codes.length > 0 ? 'I have kept them, go on' : 'Go on'}
          </a>
        </p>
      </>
    )
  }
  if (!begun) {
    return (
      <ActionForm action={beginSecondFactor} saved="" label="Begin">
        <div className="actions">
          <SubmitButton busy="A moment…">Begin</SubmitButton>
        </div>
      </ActionForm>
    )
  }
  return (
    <>
      <ol className="set-up-steps">
        <li>
          Let the app on your phone read this square.
          {begun.square}
          <details>
            <summary>Type it instead</summary>
            <p>
              Choose “by time” if the app asks, and type{' '}
              <span className="mono secret">{begun.secret.replace(/(.{4})(?=.)/g, '$1 ')}</span>
            </p>
          </details>
        </li>
        <li>
          <ActionForm action={confirm} saved="" label="Confirm">
            <TextField
              name="code"
              label="Type the code that the app shows now"
              inputMode="numeric"
              autoComplete="one-time-code"
              maxLength={10}
              required
            />
            <div className="actions">
              <SubmitButton>Turn it on</SubmitButton>
            </div>
          </ActionForm>
        </li>
      </ol>
      <ActionForm action={beginSecondFactor} saved="" label="Another square" className="bare-form">
        <SubmitButton className="button plain small">Begin again with another square</SubmitButton>
      </ActionForm>
    </>
  )
}
