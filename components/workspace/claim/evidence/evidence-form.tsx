'use client'

import { useState } from 'react'
import { attachEvidence, editEvidence } from '@/lib/actions'
import type { EvidenceShown } from '@/lib/db/workspace/dossiers'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { ASPECTS, DIRECTNESSES, STANCES } from '@/lib/domain/vocabulary'
import { ActionForm } from '../../../forms/action-form'
import { draftOf } from '../../../forms/draft-key'
import { ChoiceField, SubmitButton, TextArea, TextField } from '../../../forms/fields'
import { wordsOfClaim } from '../../desk/words-of-claim'
import { SourceChoice } from './source-choice'
import { useSourceChoices } from './use-source-choices'

/** Attaches a source to a claim, or changes what an attached one is said to say. */
export function EvidenceForm({
  desk,
  claim,
  evidence,
  onClose,
}: {
  desk: Desk
  claim: ClaimShown
  evidence?: EvidenceShown
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
        values={{ claimId: claim.id, ...(opened && { evidenceId: opened.id }) }}
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
        <ChoiceField
          name="stance"
          label="What it does to the claim"
          options={STANCES}
          chosen={opened ? [opened.stance] : []}
        />
        <ChoiceField
          name="directness"
          label="How direct it is"
          options={DIRECTNESSES}
          chosen={opened ? [opened.directness] : []}
        />
        {claim.claimant !== null && (
          <ChoiceField
            name="aspect"
            label="What it bears on"
            options={{ ...ASPECTS, both: 'Both' }}
            chosen={[opened?.aspect ?? 'both']}
          />
        )}
        <TextField
          name="locator"
          label="Where in it"
          hint="Page, paragraph, timecode, cell or section"
          defaultValue={opened?.locator}
          autoComplete="off"
        />
        <TextArea
          name="excerpt"
          label="Excerpt"
          rows={2}
          defaultValue={opened?.excerpt}
          dir="auto"
        />
        <TextArea name="note" label="Note" rows={2} defaultValue={opened?.note} />
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
