'use client'

import { useState } from 'react'
import { waiveSecondary } from '@/lib/actions'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { ASPECTS, type Aspect } from '@/lib/domain/vocabulary'
import { ActionForm } from '../../../forms/action-form'
import { DraftMark } from '../../../forms/draft-badge'
import { draftOf } from '../../../forms/draft-key'
import { SubmitButton, TextField } from '../../../forms/fields'
import { wordsOfClaim } from '../../desk/words-of-claim'

/** An editor's word, by name, that secondary support is enough. */
export function WaiverForm({
  desk,
  claim,
  aspect,
}: {
  desk: Desk
  claim: ClaimShown
  aspect: Aspect
}) {
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <>
        <button type="button" className="button small plain" onClick={() => setOpen(true)}>
          Accept secondary support
        </button>
        <DraftMark name={draftOf(desk, 'waiver', claim.id, aspect)} />
      </>
    )
  }
  return (
    <ActionForm
      action={waiveSecondary}
      values={{ claimId: claim.id, aspect }}
      basis={{ overWords: wordsOfClaim(desk, claim) }}
      draft={draftOf(desk, 'waiver', claim.id, aspect)}
      label={`Accept secondary support for “${ASPECTS[aspect].toLowerCase()}”`}
      saved="Secondary support accepted"
      onDone={() => setOpen(false)}
      onCancel={() => setOpen(false)}
    >
      <TextField
        name="reason"
        label="Why is secondary support enough here?"
        hint="Your name and this reason stand in the report."
        autoFocus
      />
      <div className="actions">
        <SubmitButton className="button">Accept in my name</SubmitButton>
        <button type="button" className="button plain" onClick={() => setOpen(false)}>
          Cancel
        </button>
      </div>
    </ActionForm>
  )
}
