'use client'

import { withdrawInvitation } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { telling } from '../forms/telling'

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
      action={telling(withdrawInvitation, `The link of ${email} no longer works`, 'invite')}
      values={{ invitationId }}
      className="bare-form"
    >
      <SubmitButton className="button plain small" busy="Withdrawing…">
        Withdraw<span className="visually-hidden"> the invitation of {email}</span>
      </SubmitButton>
    </ActionForm>
  )
}
