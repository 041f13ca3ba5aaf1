'use client'

import { cutClaim, restoreClaim } from '@/lib/actions'
import type { Dossier } from '@/lib/db/workspace/dossiers'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { ActionForm } from '../../forms/action-form'
import { DraftMark } from '../../forms/draft-badge'
import { draftOf } from '../../forms/draft-key'
import { SubmitButton, TextField } from '../../forms/fields'
import { wordsOfClaim } from '../desk/words-of-claim'

/** Takes a claim out of the check, with a reason. */
export function CutForm({
  desk,
  claim,
  onDone,
}: {
  desk: Desk
  claim: ClaimShown
  onDone: () => void
}) {
  return (
    <details className="cut-form">
      <summary className="quiet">
        Cut this claim <DraftMark name={draftOf(desk, 'cut', claim.id)} />
      </summary>
      <ActionForm
        action={cutClaim}
        values={{ claimId: claim.id }}
        basis={{ overWords: wordsOfClaim(desk, claim) }}
        draft={draftOf(desk, 'cut', claim.id)}
        label="Cut this claim"
        saved="Claim cut"
        onDone={onDone}
      >
        <TextField
          name="reason"
          label="Why?"
          hint="It stays on file with its history, and its words count as not covered."
        />
        <div className="actions">
          <SubmitButton className="button">Cut claim</SubmitButton>
        </div>
      </ActionForm>
    </details>
  )
}

/** Says that a claim is cut, and offers to take that back. */
export function CutNotice({
  claim,
  dossier,
  may,
}: {
  claim: ClaimShown
  dossier: Dossier | null
  may: Desk['may']
}) {
  const cut = dossier?.cut
  return (
    <div className="boxed">
      <p>
        This claim is cut{cut ? `: ${cut}` : ''}. It is left out of the text, the numbers and the
        report’s counts.
      </p>
      {may.edit && (
        <ActionForm action={restoreClaim} values={{ claimId: claim.id }} saved="Claim is back">
          <div className="actions">
            <SubmitButton className="button">Take the cut back</SubmitButton>
          </div>
        </ActionForm>
      )}
    </div>
  )
}
