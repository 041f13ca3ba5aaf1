'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'
import { attachEvidence, editEvidence } from '@/lib/actions'
import type { Pointing } from '@/lib/db/captures/pointing'
import { claimNumber } from '@/lib/domain/vocabulary'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton } from '../../forms/fields'
import { EvidenceFields } from '../../sources/evidence-fields'
import type { ChosenPassage } from '../readers/chosen-passage'

/**
 * Makes a passage the place of the evidence that the copy was opened for, or attaches it to the claim as new evidence.
 * Locator and excerpt are filled in, and can be put otherwise.
 */
export function PassageForm({
  capture,
  pointing: { claim, evidence },
  draft,
  used,
  back,
  onClose,
}: {
  capture: { id: string; sourceId: string }
  pointing: Pointing
  draft: string
  /** The passage that was taken last; null where a half-written form is opened again. */
  used: ChosenPassage | null
  /** Where to go once it is saved. */
  back: string
  onClose: () => void
}) {
  const place = useRef<HTMLDivElement>(null)
  const router = useRouter()

  useEffect(() => {
    if (!used || !place.current) return
    fill(place.current, 'passage', JSON.stringify(used.passage))
    fill(place.current, 'locator', used.locator)
    if (used.excerpt !== null) fill(place.current, 'excerpt', used.excerpt)
    place.current.querySelector<HTMLElement>('[name="locator"]')?.focus()
  }, [used])

  return (
    <div ref={place} className="passage-form">
      <h2>{evidence ? `The passage for ${number(claim)}` : `Evidence for ${number(claim)}`}</h2>
      <ActionForm
        action={evidence ? editEvidence : attachEvidence}
        values={{
          ...{ claimId: claim.id, captureId: capture.id },
          ...(evidence ? { evidenceId: evidence.id } : { sourceId: capture.sourceId }),
        }}
        basis={{ overWords: claim.words, ...(evidence && { version: evidence.version }) }}
        draft={draft}
        label={evidence ? 'Use as passage' : 'Attach the passage'}
        saved={evidence ? 'Passage kept with the evidence' : 'Evidence attached'}
        onDone={() => router.push(back)}
        onCancel={onClose}
      >
        {/* Kept with the draft, which it is a part of; nobody types it. */}
        <input type="text" name="passage" hidden readOnly defaultValue="" />
        <EvidenceFields evidence={evidence ?? undefined} reportsWords={claim.claimant !== null} />
        <div className="actions">
          <SubmitButton>{evidence ? 'Save evidence' : 'Attach source'}</SubmitButton>
          <button type="button" className="button plain" onClick={onClose}>
            Cancel
          </button>
        </div>
      </ActionForm>
    </div>
  )
}

const number = (claim: { number: number }) => claimNumber(claim.number)

/** Fills a field in as if by hand, so that it is kept with what is typed. */
function fill(place: HTMLElement, name: string, value: string): void {
  const field = place.querySelector<HTMLInputElement | HTMLTextAreaElement>(`[name="${name}"]`)
  if (!field) return
  field.value = value
  field.dispatchEvent(new Event('input', { bubbles: true }))
}
