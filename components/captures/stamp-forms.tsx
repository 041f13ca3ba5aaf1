'use client'

import { stampCapture } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'

/** Has a capture dated at every authority of the newsroom. */
export function DateCapture({ captureId }: { captureId: string }) {
  return (
    <ActionForm
      action={stampCapture}
      values={{ captureId }}
      saved="Asked for"
      className="bare-form"
    >
      <SubmitButton className="button small" busy="Asking…">
        Date it
      </SubmitButton>
    </ActionForm>
  )
}

/** Asks one authority once more, now. */
export function AskForStamp({
  captureId,
  authority: { id, name },
  label,
}: {
  captureId: string
  authority: { id: string; name: string }
  label: string
}) {
  return (
    <ActionForm
      action={stampCapture}
      values={{ captureId, authorityId: id }}
      saved="Asked for"
      className="bare-form"
    >
      <SubmitButton className="button small" busy="Asking…">
        {label}
        <span className="visually-hidden"> {name}</span>
      </SubmitButton>
    </ActionForm>
  )
}
