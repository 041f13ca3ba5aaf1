'use client'

import { useState } from 'react'
import { suggestChange } from '@/lib/actions'
import type { Span } from '@/lib/domain/text'
import { CHANGE_REASONS } from '@/lib/domain/vocabulary'
import { ActionForm } from '../ui/action-form'
import { SelectField, SubmitButton, TextArea } from '../ui/fields'
import { draftOf } from '../workspace/drafts'
import type { ClaimShown, Desk } from '../workspace/types'
import { whereOf } from './ask-form'
import { WordChanges } from './word-changes'

/** Proposes other words for a claim, or for words that were chosen. */
export function SuggestForm({
  desk,
  claim,
  span,
  wording,
  onClose,
}: {
  desk: Desk
  claim?: ClaimShown
  span?: Span
  /** Other words that a verdict proposes. */
  wording?: string
  onClose: () => void
}) {
  const { start, end } = span ?? claim ?? { start: 0, end: 0 }
  const before = desk.revision.text.slice(start, end).trim()
  const [after, setAfter] = useState(wording ?? before)
  const { language } = desk.article
  const about = claim?.id ?? `${desk.article.id}:${start}`
  return (
    <ActionForm
      action={suggestChange}
      values={whereOf(desk, claim, span)}
      draft={draftOf(desk, 'suggest', about, ...(wording ? ['verdict'] : []))}
      label="Suggest a change"
      saved="Change suggested"
      className="form boxed"
      onDone={onClose}
      onCancel={onClose}
    >
      <TextArea
        name="after"
        label="Words that should stand there"
        hint="Leave it empty to cut the words."
        rows={3}
        defaultValue={wording ?? before}
        onInput={(event) => setAfter(event.currentTarget.value)}
        lang={language}
        dir="auto"
        autoFocus
      />
      {after.trim() !== before && (
        <WordChanges before={before} after={after.trim()} language={language} />
      )}
      <SelectField name="reason" label="Why" empty="Choose a reason" options={CHANGE_REASONS} />
      <TextArea name="note" label="Note" rows={2} dir="auto" />
      <div className="actions">
        <SubmitButton>Suggest</SubmitButton>
        <button type="button" className="button plain" onClick={onClose}>
          Cancel
        </button>
      </div>
    </ActionForm>
  )
}
