'use client'

import { weighSource } from '@/lib/actions'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton, TextArea } from '../../forms/fields'
import { FormDisclosure } from '../form-disclosure'

/** Writes a note on how far a source can be trusted. */
export function WeighSource({ me, sourceId }: { me: string; sourceId: string }) {
  const draft = `${me}:source-note:${sourceId}`
  return (
    <FormDisclosure words="Write a note" draft={draft}>
      {(close) => (
        <ActionForm
          action={weighSource}
          values={{ sourceId }}
          draft={draft}
          saved="Note kept"
          onDone={close}
          onCancel={close}
          label="How far it can be trusted"
          className="form boxed"
        >
          <TextArea
            name="text"
            label="How far can it be trusted, and how do you know?"
            hint="Your name and the time stand beside it. Older notes stay."
            rows={3}
            dir="auto"
          />
          <div className="actions">
            <SubmitButton>Keep note</SubmitButton>
            <button type="button" className="button plain" onClick={close}>
              Close
            </button>
          </div>
        </ActionForm>
      )}
    </FormDisclosure>
  )
}
