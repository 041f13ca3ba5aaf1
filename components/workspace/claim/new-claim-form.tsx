'use client'

import { cutClaim, markClaim } from '@/lib/actions'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { Candidate } from '@/lib/domain/candidates/candidates'
import { ActionForm } from '../../forms/action-form'
import { draftOf } from '../../forms/draft-key'
import { SubmitButton } from '../../forms/fields'
import { useSend } from '../../forms/submit'
import { toast } from '../../ui/toast'
import { type SelectedWords, WordsHead } from '../text/selected-words'
import { ClaimFields } from './claim-fields'

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
  const { start, end, revision, words, proposal } = marking
  return (
    <section className="claim" aria-label="New claim">
      <p className="claim-head">
        <span className="quiet">New claim</span>
      </p>
      <WordsHead desk={desk} chosen={marking} />
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
        undoable={(output) => async () => {
          const { claimId } = output as { claimId: string }
          const reason = 'Taken back right after it was made.'
          await send(cutClaim, { newsroom: desk.newsroom, claimId, reason })
          toast('Claim taken back')
        }}
        label="New claim"
        onDone={(output) => onDone((output as { number: number }).number)}
        onCancel={onCancel}
      >
        <ClaimFields desk={desk} claim={{ type: proposal?.type ?? guessedType(words) }} focus />
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

/** A first proposal from the shape of the words, which the checker changes where it is wrong. */
function guessedType(words: string) {
  if (/["“”«»„]/.test(words)) return 'quote'
  if (/[$€£¥₺₽]|\b(dollar|euro|pound|payment|paid)/i.test(words)) return 'money'
  if (/\d[\d.,]*\s?(km|m|kg|t|mph|°|cm|mm|miles?|metres?|tons?|tonnes?)\b/i.test(words)) {
    return 'measurement'
  }
  if (/\b(1[5-9]|20)\d\d\b|\b(Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b/.test(words)) {
    return 'date_or_time'
  }
  if (/\b(first|largest|biggest|most|only|best|highest|lowest|oldest)\b/i.test(words)) {
    return 'superlative'
  }
  if (/\d/.test(words)) return 'number'
  return 'event'
}
