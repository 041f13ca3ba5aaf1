import { useCallback, useEffect, useState } from 'react'
import type { Span } from '@/lib/domain/text'

type Kept = Span & { revision: number }

/** The words that are being made a claim; kept over a reload, for as long as the text is the same. */
export function useKeptSpan(
  articleId: string,
  revision: number,
): [Span | null, (span: Span | null) => void] {
  const [span, setSpan] = useState<Span | null>(null)
  const name = `stet:marking:${articleId}`

  useEffect(() => {
    try {
      const kept: Kept | null = JSON.parse(localStorage.getItem(name) ?? 'null')
      if (kept?.revision === revision) setSpan({ start: kept.start, end: kept.end })
    } catch {
      // Storage is forbidden or holds something else; then nothing was begun.
    }
  }, [name, revision])

  const keep = useCallback(
    (next: Span | null) => {
      setSpan(next)
      try {
        if (next) localStorage.setItem(name, JSON.stringify({ ...next, revision }))
        else localStorage.removeItem(name)
      } catch {
        // Without storage the words are not kept over a reload.
      }
    },
    [name, revision],
  )
  return [span, keep]
}
