'use client'

import { waiveWords } from '@/lib/actions'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { COVERAGE_KINDS } from '@/lib/domain/vocabulary'
import { ActionForm } from '../../forms/action-form'
import { draftOf } from '../../forms/draft-key'
import { SubmitButton, TextArea } from '../../forms/fields'
import { type SelectedWords, WordsHead } from '../text/selected-words'
import { useUnmarking } from './mark-words'

/** An editor lets the chosen words stand unchecked, by name. */
export function WaiveWords({
  desk,
  span,
  onClose,
}: {
  desk: Desk
  span: SelectedWords
  onClose: () => void
}) {
  const { article } = desk
  const offerToUnmark = useUnmarking(desk)
  return (
    <section className="claim" aria-label="Waive words">
      <p className="claim-head quiet">Waive these words</p>
      <WordsHead desk={desk} chosen={span} />
      <ActionForm
        action={waiveWords}
        values={{
          articleId: article.id,
          revision: span.revision,
          places: JSON.stringify([{ start: span.start, end: span.end }]),
        }}
        draft={draftOf(desk, 'waive', article.id, span.start)}
        label="Waive words"
        saved=""
        onDone={(output) => {
          offerToUnmark(output, COVERAGE_KINDS.waived)
          onClose()
        }}
        onCancel={onClose}
      >
        <TextArea
          name="reason"
          label="Why do these words need no check?"
          hint="Your name and this reason stand in the report."
          rows={3}
          autoFocus
        />
        <div className="actions">
          <SubmitButton>Waive in my name</SubmitButton>
          <button type="button" className="button plain" onClick={onClose}>
            Cancel
          </button>
        </div>
      </ActionForm>
    </section>
  )
}
