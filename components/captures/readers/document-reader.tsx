'use client'

import dynamic from 'next/dynamic'
import { useMemo } from 'react'
import type { Passage } from '@/lib/domain/captures/passage'
import type { Choice } from './chosen-passage'

/** Loaded only where a document is opened, and never on the server: the library is a megabyte, and draws on a canvas. */
const DocumentPages = dynamic(() => import('./document-pages').then((one) => one.DocumentPages), {
  ssr: false,
  loading: () => (
    <p role="status" className="quiet">
      Opening the document…
    </p>
  ),
})

/** A PDF, opened at the passage, in which words can be chosen, or a box drawn. */
export function DocumentReader({
  passage,
  ...props
}: {
  address: string
  language: string
  passage: Passage | null
  note: string
  onChoose: (choice: Choice) => void
}) {
  // As long as it says the same, it is the same, however often the page is asked for again.
  const said = JSON.stringify(passage)
  const shown = useMemo<Passage | null>(() => JSON.parse(said), [said])
  return <DocumentPages {...props} passage={shown?.kind === 'page' ? shown : null} />
}
