'use client'

import { useState } from 'react'
import { suggestChange } from '@/lib/actions'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { CHANGE_REASONS } from '@/lib/domain/vocabulary'
import { ActionForm } from '../../../forms/action-form'
import { draftOf } from '../../../forms/draft-key'
import { SelectField, SubmitButton, TextArea } from '../../../forms/fields'
import { WordChanges } from '../../../ui/word-diff'
import { wordsOfClaim } from '../../desk/words-of-claim'
import type { SelectedWords } from '../../text/selected-words'
import { whereOf } from './ask-form'

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
  span?: SelectedWords
  /** Other words that a verdict proposes. */
  wording?: string
  onClose: () => void
}) {
  const before = (span?.words ?? (claim ? wordsOfClaim(desk, claim) : '')).trim()
  const [after, setAfter] = useState(wording ?? before)
  const { language } = desk.article
  const about = claim?.id ?? `${desk.article.id}:${span?.start}`
  return (
    <ActionForm
      action={suggestChange}
      values={whereOf(desk, claim, span)}
      basis={claim && { overWords: wordsOfClaim(desk, claim) }}
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
