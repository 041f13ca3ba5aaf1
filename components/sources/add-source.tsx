'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { addSource } from '@/lib/actions'
import { ActionForm } from '../forms/action-form'
import { hasDraft } from '../forms/draft'
import { SubmitButton } from '../forms/fields'
import { SourceFields } from './source-fields'

/** Puts a source on file before any claim needs it. Half of one that was typed earlier stands open again. */
export function AddSource({ me }: { me: string }) {
  const draft = `${me}:source:new`
  const router = useRouter()
  const path = usePathname()
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLDetailsElement>(null)

  useEffect(() => setOpen(hasDraft(draft)), [draft])

  function show(shown: boolean) {
    setOpen(shown)
    if (!shown) place.current?.querySelector('summary')?.focus()
  }

  function goTo(output: unknown) {
    setOpen(false)
    if (typeof output === 'object' && output !== null && 'sourceId' in output) {
      router.push(`${path}/${output.sourceId}`)
    }
  }

  return (
    <details
      ref={place}
      className="add-source"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="button">Add source</summary>
      <ActionForm
        action={addSource}
        draft={draft}
        saved="Source added"
        onDone={goTo}
        onCancel={() => show(false)}
        label="Add source"
      >
        <SourceFields />
        <div className="actions">
          <SubmitButton busy="Adding…">Add source</SubmitButton>
          <button type="button" className="button plain" onClick={() => show(false)}>
            Close
          </button>
        </div>
      </ActionForm>
    </details>
  )
}
