'use client'

import { useState } from 'react'
import { attachEvidence, editEvidence } from '@/lib/actions'
import type { EvidenceShown } from '@/lib/db/workspace/dossiers'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { FileField } from '../../../captures/file-field'
import { ActionForm } from '../../../forms/action-form'
import { draftOf } from '../../../forms/draft-key'
import { SubmitButton } from '../../../forms/fields'
import { EvidenceFields } from '../../../sources/evidence-fields'
import { wordsOfClaim } from '../../desk/words-of-claim'
import { SourceChoice } from './source-choice'
import { useSourceChoices } from './use-source-choices'

/** Attaches a source to a claim, or changes what an attached one is said to say. */
export function EvidenceForm({
  desk,
  claim,
  evidence,
  file,
  onClose,
}: {
  desk: Desk
  claim: ClaimShown
  evidence?: EvidenceShown
  /** One that was dropped on the claim. */
  file?: File | null
  onClose: () => void
}) {
  // The fields show what was stored when they were opened.
  const [opened] = useState(evidence)
  const draft = draftOf(desk, 'evidence', opened?.id ?? claim.id)
  const sources = useSourceChoices(desk, draft, evidence === undefined)
  if (!sources.found) return <p className="quiet">Fetching the sources…</p>

  return (
    <div className="boxed">
      <ActionForm
        action={opened ? editEvidence : attachEvidence}
        values={{ claimId: claim.id, ...(opened && standing(opened)) }}
        basis={{
          overWords: wordsOfClaim(desk, claim),
          ...(opened && { version: opened.version }),
        }}
        draft={draft}
        label={opened ? 'Edit the evidence' : 'Attach a source'}
        saved={opened ? 'Evidence changed' : 'Source attached'}
        onDone={onClose}
        onCancel={onClose}
      >
        {!opened && <SourceChoice {...sources} found={sources.found} />}
        {!opened && <FileField given={file} />}
        <EvidenceFields evidence={opened} reportsWords={claim.claimant !== null} />
        <div className="actions">
          <SubmitButton>{opened ? 'Save evidence' : 'Attach source'}</SubmitButton>
          <button type="button" className="button plain" onClick={onClose}>
            Cancel
          </button>
        </div>
      </ActionForm>
    </div>
  )
}

/** What an edit of the words leaves as it is. */
function standing({ id: evidenceId, captureId, passage }: EvidenceShown) {
  return {
    evidenceId,
    ...(captureId && { captureId }),
    ...(passage && { passage: JSON.stringify(passage) }),
  }
}
