'use client'

import { makeBundle } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'

/** Has the evidence bundle of an article made. */
export function MakeBundle({ articleId }: { articleId: string }) {
  return (
    <ActionForm
      action={makeBundle}
      values={{ articleId }}
      saved="Asked for"
      label="Evidence bundle"
    >
      <div className="actions">
        <SubmitButton className="button" busy="Asking…">
          Make evidence bundle
        </SubmitButton>
      </div>
    </ActionForm>
  )
}
