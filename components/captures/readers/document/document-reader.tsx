'use client'

import { useEffect, useMemo, useState } from 'react'
import { preload } from 'react-dom'
import type { Passage } from '@/lib/domain/captures/passage'
import type { Choice } from '../chosen-passage'
import { beginWorker } from './document-worker'
import { FETCHED_WHOLE } from './reading'

type Pages = typeof import('./document-pages')

/** The library is a megabyte and draws on a canvas: it is loaded only where a document is opened, and never on the server. */
const load = () => import('./document-pages')

// The server says in the page that a document is opened: then the library is on its way before the page stands.
if (typeof document !== 'undefined' && document.querySelector('[data-opens="document"]')) {
  load().catch(() => {})
  beginWorker()
}

/** A PDF, opened at the passage, in which words can be chosen, or a box drawn. */
export function DocumentReader({
  passage,
  bytes,
  ...props
}: {
  address: string
  /** How long the file is. */
  bytes: number
  language: string
  passage: Passage | null
  note: string
  onChoose: (choice: Choice) => void
}) {
  const [pages, setPages] = useState<Pages | 'failed' | null>(null)
  // As long as it says the same, it is the same, however often the page is asked for again.
  const said = JSON.stringify(passage)
  const shown = useMemo<Passage | null>(() => JSON.parse(said), [said])

  // One that the library fetches whole, by the very request that is made here, comes beside it.
  if (bytes <= FETCHED_WHOLE) preload(props.address, { as: 'fetch', crossOrigin: 'anonymous' })

  useEffect(() => {
    load().then(setPages, () => setPages('failed'))
  }, [])

  if (pages === 'failed') {
    return <p role="alert">Stet did not answer. Load the page again to open the document.</p>
  }
  if (!pages) {
    return (
      <p role="status" className="quiet" data-opens="document">
        Opening the document…
      </p>
    )
  }
  return <pages.DocumentPages {...props} passage={shown?.kind === 'page' ? shown : null} />
}
