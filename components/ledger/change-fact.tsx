'use client'

import { useState } from 'react'
import { changeFact, restoreFact, retireFact } from '@/lib/actions'
import type { FactOnFile } from '@/lib/db/ledger/facts'
import { fieldsOf } from '@/lib/domain/ledger/fact-fields'
import { ActionForm } from '../forms/action-form'
import { SubmitButton, TextField } from '../forms/fields'
import { FactFields } from './fact-fields'

/** The ways to put a fact right, to take it out of use, and back. */
export function ChangeFact({
  me,
  fact,
  may,
}: {
  me: string
  fact: FactOnFile
  may: { change: boolean; manage: boolean }
}) {
  if (fact.retiredAt) {
    return (
      may.manage && (
        <ActionForm
          action={restoreFact}
          values={{ factId: fact.id }}
          saved="Back in use"
          label="Take back into use"
          className="bare-form"
        >
          <SubmitButton className="button">Take back into use</SubmitButton>
        </ActionForm>
      )
    )
  }
  return (
    <>
      {may.change && <Change me={me} fact={fact} />}
      {may.manage && (
        <details className="add-fact">
          <summary className="button">Retire…</summary>
          <ActionForm
            action={retireFact}
            values={{ factId: fact.id }}
            draft={`${me}:retire-fact:${fact.id}`}
            saved="Retired"
            label="Retire this fact"
            className="form"
          >
            <TextField
              name="reason"
              label="Why"
              hint="It stays on record, out of use."
              dir="auto"
            />
            <div className="actions">
              <SubmitButton>Retire it</SubmitButton>
            </div>
          </ActionForm>
        </details>
      )}
    </>
  )
}

function Change({ me, fact }: { me: string; fact: FactOnFile }) {
  const [opened, setOpened] = useState(fact)
  return (
    <details
      className="add-fact"
      onToggle={({ currentTarget }) => currentTarget.open && setOpened(fact)}
    >
      <summary className="button">Change…</summary>
      <ActionForm
        key={opened.version}
        action={changeFact}
        values={{ factId: fact.id }}
        basis={{ version: opened.version }}
        draft={`${me}:change-fact:${fact.id}`}
        saved="Changed"
        label="Change this fact"
        className="form"
      >
        <FactFields kind={opened.kind} defaults={fieldsOf(opened)} />
        <div className="actions">
          <SubmitButton>Save</SubmitButton>
        </div>
      </ActionForm>
    </details>
  )
}
