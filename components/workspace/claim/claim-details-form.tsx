'use client'

import { useState } from 'react'
import { editClaim } from '@/lib/actions'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { ActionForm } from '../../forms/action-form'
import { draftOf } from '../../forms/draft-key'
import { SubmitButton } from '../../forms/fields'
import { wordsOfClaim } from '../desk/words-of-claim'
import { ClaimFields } from './claim-fields'
import { CutForm } from './cut-claim-form'

/** Changes what is said of a claim, or cuts it. */
export function ClaimDetails({
  desk,
  claim,
  onClose,
}: {
  desk: Desk
  claim: ClaimShown
  onClose: () => void
}) {
  // The fields show what was stored when they were opened.
  const [opened] = useState(claim)
  const { type, risks, claimant, assigneeId } = opened
  const was = { type, risks, claimant: claimant ?? '', assigneeId: assigneeId ?? '' }
  return (
    <div className="boxed">
      <ActionForm
        action={editClaim}
        values={{ claimId: claim.id }}
        basis={{
          version: opened.version,
          was: JSON.stringify(was),
          overWords: wordsOfClaim(desk, claim),
        }}
        draft={draftOf(desk, 'details', claim.id)}
        label="Details of the claim"
        onDone={onClose}
        onCancel={onClose}
      >
        <ClaimFields desk={desk} claim={opened} focus />
        <div className="actions">
          <SubmitButton>Save details</SubmitButton>
          <button type="button" className="button plain" onClick={onClose}>
            Cancel
          </button>
        </div>
      </ActionForm>
      <CutForm desk={desk} claim={claim} onDone={onClose} />
    </div>
  )
}
