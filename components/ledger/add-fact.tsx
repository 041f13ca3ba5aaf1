'use client'

import { addFact } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton, TextField } from '../forms/fields'
import { FactFields } from './fact-fields'

/** Adds a fact by hand, with where it comes from. */
export function AddFact({ me }: { me: string }) {
  return (
    <details className="add-fact">
      <summary className="button">Add a fact by hand</summary>
      <ActionForm
        action={addFact}
        draft={`${me}:add-fact`}
        saved="Added to the ledger"
        label="Add a fact"
        className="form"
      >
        <FactFields kind="house" />
        <TextField
          name="basis"
          label="Where it comes from"
          hint="What was seen, and where in it. Not needed for house style."
          dir="auto"
        />
        <div className="actions">
          <SubmitButton>Add to the ledger</SubmitButton>
        </div>
      </ActionForm>
    </details>
  )
}
