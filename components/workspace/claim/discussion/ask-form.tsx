'use client'

import { useState } from 'react'
import { askQuery } from '@/lib/actions'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { QUERY_TO } from '@/lib/domain/vocabulary'
import { ActionForm } from '../../../forms/action-form'
import { draftOf } from '../../../forms/draft-key'
import { ChoiceField, SelectField, SubmitButton, TextArea } from '../../../forms/fields'
import { wordsOfClaim } from '../../desk/words-of-claim'
import type { SelectedWords } from '../../text/selected-words'

/** Asks about a claim, or about words that were chosen. */
export function AskForm({
  desk,
  claim,
  span,
  onClose,
}: {
  desk: Desk
  claim?: ClaimShown
  span?: SelectedWords
  onClose: () => void
}) {
  const [to, setTo] = useState('writer')
  const mayWait = claim && claim.status !== 'waiting_writer' && claim.status !== 'checked'
  return (
    <ActionForm
      action={askQuery}
      values={whereOf(desk, claim, span)}
      basis={claim && { overWords: wordsOfClaim(desk, claim) }}
      draft={draftOf(desk, 'ask', claim?.id ?? `${desk.article.id}:${span?.start}`)}
      label="Ask"
      saved="Query sent"
      className="form boxed ask-form"
      onDone={onClose}
      onCancel={onClose}
    >
      <ChoiceField
        name="to"
        label="Whom do you ask?"
        options={QUERY_TO}
        chosen={['writer']}
        onChoose={setTo}
      />
      <div className="only-lawyer">
        <SelectField
          name="toUserId"
          label="Who answers for the lawyer"
          empty="The editors"
          options={desk.lawyers}
        />
      </div>
      <TextArea name="question" label="Question" rows={3} autoFocus dir="auto" />
      <div className="ticks">
        <label className="tick">
          <input type="checkbox" name="blocking" /> Blocking: no sign-off before it is closed
        </label>
        {mayWait && to === 'writer' && (
          <label className="tick">
            <input type="checkbox" name="waiting" defaultChecked /> Set the claim to Waiting
            (writer)
          </label>
        )}
      </div>
      <div className="actions">
        <SubmitButton>Ask</SubmitButton>
        <button type="button" className="button plain" onClick={onClose}>
          Cancel
        </button>
      </div>
    </ActionForm>
  )
}

/** What a query or a suggestion is about, as its form sends it. */
export function whereOf({ article, revision }: Desk, claim?: ClaimShown, span?: SelectedWords) {
  return {
    articleId: article.id,
    revision: span?.revision ?? revision.number,
    ...(claim && { claimId: claim.id }),
    ...(span && { start: span.start, end: span.end }),
  }
}
