'use client'

import { useEffect, useState } from 'react'
import { attachEvidence, editEvidence } from '@/lib/actions'
import type { SourceChoice } from '@/lib/db/sources/sources'
import type { EvidenceShown } from '@/lib/db/workspace/dossiers'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { ASPECTS, DIRECTNESSES, STANCES } from '@/lib/domain/vocabulary'
import { ActionForm } from '../../../forms/action-form'
import { draftOf } from '../../../forms/draft-key'
import { ChoiceField, SelectField, SubmitButton, TextArea, TextField } from '../../../forms/fields'
import { SourceFields } from '../../../sources/source-fields'
import { wordsOfClaim } from '../../desk/words-of-claim'

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
  const choices = useSourceChoices(desk.newsroom, evidence === undefined)
  if (!choices) return <p className="quiet">Fetching the sources…</p>

  return (
    <div className="boxed">
      <ActionForm
        action={opened ? editEvidence : attachEvidence}
        values={{ claimId: claim.id, ...(opened && { evidenceId: opened.id }) }}
        basis={{
          overWords: wordsOfClaim(desk, claim),
          ...(opened && { version: opened.version }),
        }}
        draft={draftOf(desk, 'evidence', opened?.id ?? claim.id)}
        label={opened ? 'Edit the evidence' : 'Attach a source'}
        saved={opened ? 'Evidence changed' : 'Source attached'}
        onDone={onClose}
        onCancel={onClose}
      >
        {!opened && <SourceChoices choices={choices} />}
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

/** The sources on file, or a new one whose fields appear when that is chosen. */
function SourceChoices({ choices }: { choices: SourceChoice[] }) {
  return (
    <div className="source-choice">
      <SelectField
        name="sourceId"
        label="Source"
        empty="Choose a source"
        options={choices.map(
          ({ id, title, publisher, published }) =>
            [id, [title, publisher, published].filter(Boolean).join(', ')] as const,
        )}
        autoFocus
      >
        <option value="new">New source…</option>
      </SelectField>
      <div className="new-source">
        <SourceFields withNote={false} />
      </div>
    </div>
  )
}

/** The sources on file once they are there; none when they cannot be fetched, so that a new one can still be added. */
function useSourceChoices(newsroom: string, wanted: boolean): SourceChoice[] | null {
  const [choices, setChoices] = useState<SourceChoice[] | null>(wanted ? null : [])

  useEffect(() => {
    if (!wanted) return
    const asked = new AbortController()
    fetch(`/${newsroom}/source-choices`, { signal: asked.signal })
      .then((answer) => (answer.ok ? answer.json() : []))
      .then(setChoices)
      .catch(() => {
        if (!asked.signal.aborted) setChoices([])
      })
    return () => asked.abort()
  }, [newsroom, wanted])

  return choices
}
