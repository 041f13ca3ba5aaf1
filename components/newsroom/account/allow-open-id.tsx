'use client'

import { allowOpenId } from '@/lib/actions'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton } from '../../forms/fields'

/** Whether people of the newsroom may log in by the provider of their house, and the way to change that. */
export function AllowOpenId({ name, allowed }: { name: string; allowed: boolean }) {
  return (
    <section className="section" aria-labelledby="openid">
      <h2 id="openid" tabIndex={-1}>
        Log in with {name}
      </h2>
      <p>
        {allowed
          ? `Whoever has an account here may log in with ${name}, by the verified email address that is the same there; the password opens too. If it is not allowed any more, Stet forgets whose entry there opened which account.`
          : `People log in with their passwords alone. With your leave, whoever has an account here may log in with ${name} too, by the verified email address that is the same there. Nobody gets an account by it.`}
      </p>
      <ActionForm
        action={allowOpenId}
        values={{ allowed: allowed ? '' : 'yes' }}
        saved={allowed ? 'Not allowed any more' : 'Allowed from now on'}
        goOnAt="openid"
        label={`Log in with ${name}`}
      >
        <div className="actions">
          <SubmitButton className="button">
            {allowed ? `No log-ins with ${name}` : `Allow log-ins with ${name}`}
          </SubmitButton>
        </div>
      </ActionForm>
    </section>
  )
}
