'use client'

import { useState } from 'react'
import { keepFact } from '@/lib/actions'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { verificationStatus } from '@/lib/domain/claims/status'
import { fieldsFromClaim, kindFor } from '@/lib/domain/ledger/from-claim'
import { ActionForm } from '../../../forms/action-form'
import { DraftMark } from '../../../forms/draft-badge'
import { draftOf } from '../../../forms/draft-key'
import { SubmitButton } from '../../../forms/fields'
import { FactFields } from '../../../ledger/fact-fields'

/** Keeps what a confirmed claim says in the ledger, so that other texts are read against it; nothing on another claim. */
export function KeepInLedger({ desk, claim }: { desk: Desk; claim: ClaimShown }) {
  const [open, setOpen] = useState(false)
  const { may, revision, article } = desk
  const isSettled = !claim.second || claim.second === 'agrees' || claim.second === 'decided'
  if (!may.edit || !isSettled || verificationStatus(claim) !== 'confirmed') return null
  const draft = draftOf(desk, 'keep', claim.id)
  if (!open) {
    return (
      <section>
        <button type="button" className="button small" onClick={() => setOpen(true)}>
          Keep in the ledger…
        </button>{' '}
        <DraftMark name={draft} />
      </section>
    )
  }
  const words = revision.text.slice(claim.start, claim.end)
  return (
    <section aria-label="Keep in the ledger">
      <h3>Keep in the ledger</h3>
      <p className="small quiet">
        Everybody in the newsroom reads the fact; its article and evidence, only who sees them here.
      </p>
      <ActionForm
        action={keepFact}
        values={{ claimId: claim.id }}
        draft={draft}
        saved="Kept in the ledger"
        label="Keep in the ledger"
        className="form"
        onDone={() => setOpen(false)}
        onCancel={() => setOpen(false)}
      >
        <FactFields
          kind={kindFor(claim.type)}
          defaults={fieldsFromClaim(claim.type, words, article.language)}
        />
        <div className="actions">
          <SubmitButton>Keep it</SubmitButton>
          <button type="button" className="button plain" onClick={() => setOpen(false)}>
            Cancel
          </button>
        </div>
      </ActionForm>
    </section>
  )
}
