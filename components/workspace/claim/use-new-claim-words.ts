import { useCallback, useEffect, useState } from 'react'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { Candidate } from '@/lib/domain/candidates/candidates'
import type { Span } from '@/lib/domain/text/blocks'

/** The words that are being made a claim, and the rule that proposed them, if one did. */
export interface Marking {
  span: Span
  /** The text in which they were chosen. */
  revision: Desk['revision']
  proposal: Candidate | null
}

type Kept = Span & { proposal: Candidate | null; revision: number }

/** What is being marked; kept over a reload, for as long as the text is the same. */
export function useKeptMarking(
  articleId: string,
  revision: Desk['revision'],
): [Marking | null, (span: Span | null, proposal?: Candidate | null) => void] {
  const [marking, setMarking] = useState<Marking | null>(null)
  const name = `stet:marking:${articleId}`

  useEffect(() => {
    try {
      const kept: Kept | null = JSON.parse(localStorage.getItem(name) ?? 'null')
      if (kept?.revision !== revision.number) return
      const { start, end, proposal } = kept
      setMarking({ span: { start, end }, revision, proposal })
    } catch {
      // Storage is forbidden or holds something else; then nothing was begun.
    }
  }, [name, revision])

  const keep = useCallback(
    (span: Span | null, proposal: Candidate | null = null) => {
      setMarking(span && { span, revision, proposal })
      try {
        const { number } = revision
        const kept = span && { start: span.start, end: span.end, proposal, revision: number }
        if (kept) localStorage.setItem(name, JSON.stringify(kept))
        else localStorage.removeItem(name)
      } catch {
        // Without storage the words are not kept over a reload.
      }
    },
    [name, revision],
  )
  return [marking, keep]
}
