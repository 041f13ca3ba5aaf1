'use client'

import { useState } from 'react'
import { makeRecoveryCodes, turnOffSecondFactor } from '@/lib/actions'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton, TextField } from '../../forms/fields'
import { Link } from '../../ui/links/link'
import { Timestamp } from '../../ui/timestamp'
import { codesIn, RecoveryCodes } from './recovery-codes'

/** How somebody's own second factor stands, and what can be done about it. */
export function SecondFactor({
  newsroom,
  since,
  codesLeft,
}: {
  newsroom: string
  /** ISO 8601; null where there is none. */
  since: string | null
  codesLeft: number
}) {
  const [codes, setCodes] = useState<string[]>([])
  return (
    <section className="section" aria-labelledby="second-factor">
      <h2 id="second-factor" tabIndex={-1}>
        Second factor
      </h2>
      {since ? (
        <>
          <p>
            On since <Timestamp at={since} full />: a code of your authenticator app is asked for
            besides the password. {leftInWords(codesLeft)}
          </p>
          {codes.length > 0 && <RecoveryCodes codes={codes} />}
          <details className="factor-act">
            <summary>Make new recovery codes</summary>
            <ActionForm
              action={makeRecoveryCodes}
              saved="New codes made"
              onDone={(output) => setCodes(codesIn(output))}
              label="Make new recovery codes"
              className="form slim"
            >
              <PresentPassword hint="Your older codes open nothing any more." />
              <div className="actions">
                <SubmitButton className="button">Make new codes</SubmitButton>
              </div>
            </ActionForm>
          </details>
          <details className="factor-act">
            <summary>Turn it off</summary>
            <ActionForm
              action={turnOffSecondFactor}
              saved="Your second factor is off"
              goOnAt="second-factor"
              label="Turn off the second factor"
              className="form slim"
            >
              <PresentPassword hint="From then on your password alone opens. Your recovery codes go too." />
              <div className="actions">
                <SubmitButton className="button">Turn it off</SubmitButton>
              </div>
            </ActionForm>
          </details>
        </>
      ) : (
        <>
          <p>
            None: your password alone opens. With a second factor, whoever comes to know it still
            cannot log in without the code that an app on your phone shows.
          </p>
          <p className="factor-act">
            <Link
              className="button"
              href={`/${newsroom}/second-factor?to=${encodeURIComponent(`/${newsroom}/account`)}`}
            >
              Set up a second factor
            </Link>
          </p>
        </>
      )}
    </section>
  )
}

const PresentPassword = ({ hint }: { hint: string }) => (
  <TextField
    name="current"
    type="password"
    label="Present password"
    hint={hint}
    autoComplete="current-password"
    required
  />
)

function leftInWords(left: number): string {
  if (left === 0) return 'No recovery code is left: make new ones.'
  return left === 1 ? '1 recovery code is left.' : `${left} recovery codes are left.`
}
