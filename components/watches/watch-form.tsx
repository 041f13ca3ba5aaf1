'use client'

import { lookAgain, watchPages } from '@/lib/actions'
import { SCHEDULES, type Schedule } from '@/lib/domain/watches/schedule'
import { ActionForm } from '../forms/action-form'
import { ChoiceField, SubmitButton } from '../forms/fields'

/** How often the kept pages of an article are looked at again. */
export function WatchForm({ articleId, schedule }: { articleId: string; schedule: Schedule }) {
  return (
    <ActionForm
      // A schedule that somebody else set is shown as it is now.
      key={schedule}
      action={watchPages}
      values={{ articleId }}
      label="Look at kept pages again"
      className="form watch-form"
    >
      <ChoiceField
        name="schedule"
        label="Look at the kept pages again"
        hint="A page that says something else, or is gone, is shown here, and the editor is asked about its claims."
        options={SCHEDULES}
        chosen={[schedule]}
      />
      <div className="actions">
        <SubmitButton className="button">Set</SubmitButton>
      </div>
    </ActionForm>
  )
}

/** Has the watched pages of an article looked at now. */
export function LookAgain({ articleId }: { articleId: string }) {
  return (
    <ActionForm
      action={lookAgain}
      values={{ articleId }}
      saved="The pages are being looked at"
      className="bare-form"
    >
      <SubmitButton className="button" busy="Asking…">
        Look now
      </SubmitButton>
    </ActionForm>
  )
}
