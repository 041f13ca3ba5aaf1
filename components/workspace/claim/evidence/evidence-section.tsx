'use client'

import { type DragEvent, useState } from 'react'
import type { Dossier } from '@/lib/db/workspace/dossiers'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { linksAndOrigins } from '@/lib/domain/sources/origins'
import { later } from '../../../browser/later'
import { DraftMark } from '../../../forms/draft-badge'
import { draftOf } from '../../../forms/draft-key'
import { EvidenceForm } from './evidence-form'
import { EvidenceItem } from './evidence-item'
import { SameWordsNotice } from './same-words-notice'

const CalculationForm = later(() =>
  import('../comparing/calculation-form').then(({ CalculationForm }) => CalculationForm),
)

/** What the sources say of the claim, and the way to attach another. */
export function EvidenceSection({
  desk,
  claim,
  dossier: { evidence, sameWords },
}: {
  desk: Desk
  claim: ClaimShown
  dossier: Dossier
}) {
  const [attaching, setAttaching] = useState(false)
  const [file, setFile] = useState<File | null>(null)
  const [calculating, setCalculating] = useState(false)
  const mayAttach = desk.may.attach && claim.status !== 'cut'

  function drop(event: DragEvent) {
    const [dropped] = event.dataTransfer.files
    if (!mayAttach || !dropped || event.defaultPrevented) return
    event.preventDefault()
    setFile(dropped)
    setAttaching(true)
  }

  const heading = `evidence-of-${claim.id}`
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping a file is a second way; the form has a field for it
    <section
      data-takes-files={mayAttach || undefined}
      onDragOver={(event) => mayAttach && event.preventDefault()}
      onDrop={drop}
    >
      <h3 id={heading} tabIndex={-1}>
        Evidence{' '}
        <span className="quiet">
          {evidence.length < 2
            ? evidence.length
            : linksAndOrigins(evidence.map(({ source }) => source))}
        </span>
      </h3>
      {evidence.length === 0 && <p className="quiet">No source is attached yet.</p>}
      {evidence.length > 0 && (
        <ul className="bare evidence-list">
          {evidence.map((one) => (
            <EvidenceItem key={one.id} desk={desk} claim={claim} evidence={one} />
          ))}
        </ul>
      )}
      {desk.may.judgeOrigins &&
        sameWords.map((same) => (
          <SameWordsNotice
            key={same.sourceIds.join()}
            evidence={evidence}
            same={same}
            goOnAt={heading}
          />
        ))}
      {calculating ? (
        <CalculationForm desk={desk} claim={claim} onClose={() => setCalculating(false)} />
      ) : attaching ? (
        <EvidenceForm
          {...{ desk, claim, file }}
          onClose={() => {
            setFile(null)
            setAttaching(false)
          }}
        />
      ) : (
        mayAttach && (
          <p className="actions">
            <button
              type="button"
              className="button small"
              data-key="attach"
              aria-keyshortcuts="e"
              onClick={() => setAttaching(true)}
            >
              Attach source
            </button>
            <DraftMark name={draftOf(desk, 'evidence', claim.id)} />
            <button
              type="button"
              className="button small plain"
              onClick={() => setCalculating(true)}
            >
              Add calculation
            </button>
            <DraftMark name={draftOf(desk, 'calculate', claim.id)} />
          </p>
        )
      )}
    </section>
  )
}
