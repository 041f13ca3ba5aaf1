'use client'

import { requireSecondFactor } from '@/lib/actions'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton } from '../../forms/fields'

/** Whether everybody here needs a second factor, and the way to change that. */
export function RequireSecondFactor({
  required,
  lacking,
}: {
  required: boolean
  /** How many members have none. */
  lacking: number
}) {
  return (
    <section className="section" aria-labelledby="second-factor">
      <h2 id="second-factor" tabIndex={-1}>
        Logging in
      </h2>
      <p>
        {required
          ? 'Everybody here logs in with a code of an authenticator app besides the password. Whoever has none sets it up before anything else.'
          : 'Everybody decides for themselves whether they log in with a code of an authenticator app besides the password.'}{' '}
        {lacking === 0
          ? 'All members have one.'
          : `${lacking === 1 ? '1 member has' : `${lacking} members have`} none.`}
      </p>
      <ActionForm
        action={requireSecondFactor}
        values={{ required: required ? '' : 'yes' }}
        saved={required ? 'Not required any more' : 'Required from now on'}
        goOnAt="second-factor"
        label="Second factor"
      >
        <div className="actions">
          <SubmitButton className="button">
            {required ? 'Leave it to everybody' : 'Require a second factor'}
          </SubmitButton>
        </div>
      </ActionForm>
    </section>
  )
}
