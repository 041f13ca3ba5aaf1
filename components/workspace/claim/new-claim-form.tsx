'use client'

import { markClaim } from '@/lib/actions'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { Candidate } from '@/lib/domain/candidates/candidates'
import { guessedType } from '@/lib/domain/candidates/guessed-type'
import { ActionForm } from '../../forms/action-form'
import { draftOf } from '../../forms/draft-key'
import { SubmitButton } from '../../forms/fields'
import { useSend } from '../../forms/submit'
import { type SelectedWords, WordsHead } from '../text/selected-words'
import { ClaimFields } from './claim-fields'
import { EarlierOffer } from './earlier/earlier-offer'
import { placeOf, takingBack } from './mark-now'

/** Makes the chosen words a claim. */
export function NewClaim({
  desk,
  marking,
  onDone,
  onCancel,
}: {
  desk: Desk
  marking: SelectedWords & { proposal: Candidate | null }
  onDone: (number: number) => void
  onCancel: () => void
}) {
  const { article } = desk
  const send = useSend()
  const { start, end, revision, proposal } = marking
  return (
    <section className="claim" aria-label="New claim">
      <p className="claim-head">
        <span className="quiet">New claim</span>
      </p>
      <WordsHead desk={desk} chosen={marking} />
      <EarlierOffer desk={desk} marking={marking} />
      <ActionForm
        action={markClaim}
        values={{
          articleId: article.id,
          revision,
          start,
          end,
          rule: proposal?.rule ?? '',
          score: proposal?.score ?? 0,
        }}
        draft={draftOf(desk, 'claim', article.id)}
        saved="Claim made"
        undoable={(output) => takingBack(send, desk.newsroom, output)}
        label="New claim"
        onDone={(output) => onDone((output as { number: number }).number)}
        onCancel={onCancel}
      >
        <ClaimFields
          desk={desk}
          claim={{ type: proposal?.type ?? guessedType(...placeOf(desk, marking)) }}
          focus
        />
        <div className="actions">
          <SubmitButton>Make claim</SubmitButton>
          <button type="button" className="button plain" onClick={onCancel}>
            Cancel
          </button>
        </div>
      </ActionForm>
    </section>
  )
}
