'use client'

import { useState } from 'react'
import { keepFile } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { FileField } from './file-field'

/** Keeps a file as what was seen of a source. */
export function KeepFile({ me, sourceId }: { me: string; sourceId: string }) {
  const [open, setOpen] = useState(false)
  if (!open) {
    return (
      <button type="button" className="button" onClick={() => setOpen(true)}>
        Keep a file
      </button>
    )
  }
  return (
    <ActionForm
      action={keepFile}
      values={{ sourceId }}
      draft={`${me}:keep-file:${sourceId}`}
      label="Keep a file of this source"
      saved="Kept"
      className="form boxed"
      onDone={() => setOpen(false)}
      onCancel={() => setOpen(false)}
    >
      <FileField label="The file" required />
      <div className="actions">
        <SubmitButton>Keep it</SubmitButton>
        <button type="button" className="button plain" onClick={() => setOpen(false)}>
          Cancel
        </button>
      </div>
    </ActionForm>
  )
}
