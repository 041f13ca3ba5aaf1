'use client'

import { useEffect, useRef, useState } from 'react'
import { editSource } from '@/lib/actions'
import type { SourceDetails } from '@/lib/db/sources/sources'
import { ActionForm } from '../forms/action-form'
import { SubmitButton } from '../forms/fields'
import { SourceFields } from './source-fields'

interface Stored extends SourceDetails {
  id: string
  version: number
}

/** Corrects what is on file about a source, where it stands. */
export function EditSource({ me, source }: { me: string; source: Stored }) {
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const opened = useRef(false)

  useEffect(() => {
    if (open) place.current?.querySelector<HTMLElement>('[name="title"]')?.focus()
    else if (opened.current) place.current?.querySelector('button')?.focus()
    opened.current = open
  }, [open])

  return (
    <div ref={place} className="edit">
      {open ? (
        <EditForm me={me} source={source} onClose={() => setOpen(false)} />
      ) : (
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          Edit<span className="visually-hidden"> {source.title}</span>
        </button>
      )}
    </div>
  )
}

function EditForm({ me, source, onClose }: { me: string; source: Stored; onClose: () => void }) {
  const [{ id, version, ...details }] = useState(source)
  return (
    <ActionForm
      action={editSource}
      values={{ sourceId: id }}
      basis={{ version }}
      draft={`${me}:source:${id}`}
      onDone={onClose}
      onCancel={onClose}
      className="form edit-source"
      label={`Edit ${details.title}`}
    >
      <SourceFields defaults={details} />
      <div className="actions">
        <SubmitButton>Save</SubmitButton>
        <button type="button" className="button plain" onClick={onClose}>
          Close
        </button>
      </div>
    </ActionForm>
  )
}
