import { useCallback, useEffect, useState } from 'react'
import type { Candidate } from '@/lib/domain/candidates'
import type { Span } from '@/lib/domain/text'

/** The words that are being made a claim, and the rule that proposed them, if one did. */
export type Marking = Span & { proposal: Candidate | null }

type Kept = Marking & { revision: number }

/** What is being marked; kept over a reload, for as long as the text is the same. */
export function useKeptMarking(
  articleId: string,
  revision: number,
): [Marking | null, (span: Span | null, proposal?: Candidate | null) => void] {
  const [marking, setMarking] = useState<Marking | null>(null)
  const name = `stet:marking:${articleId}`

  useEffect(() => {
    try {
      const kept: Kept | null = JSON.parse(localStorage.getItem(name) ?? 'null')
      if (kept?.revision === revision) setMarking(kept)
    } catch {
      // Storage is forbidden or holds something else; then nothing was begun.
    }
  }, [name, revision])

  const keep = useCallback(
    (span: Span | null, proposal: Candidate | null = null) => {
      const next = span && { start: span.start, end: span.end, proposal }
      setMarking(next)
      try {
        if (next) localStorage.setItem(name, JSON.stringify({ ...next, revision }))
        else localStorage.removeItem(name)
      } catch {
        // Without storage the words are not kept over a reload.
      }
    },
    [name, revision],
  )
  return [marking, keep]
}
