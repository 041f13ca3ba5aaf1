'use client'

import { withdrawInvitation } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'

/** Makes an invitation's link useless. */
export function WithdrawInvitation({
  invitationId,
  email,
}: {
  invitationId: string
  email: string
}) {
  return (
    <ActionForm
      action={withdrawInvitation}
      values={{ invitationId }}
      saved={`The link of ${email} no longer works`}
      goOnAt="invite"
      className="bare-form"
    >
      <SubmitButton className="button plain small" busy="Withdrawing…">
        Withdraw<span className="visually-hidden"> the invitation of {email}</span>
      </SubmitButton>
    </ActionForm>
  )
}
