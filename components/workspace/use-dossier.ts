import { useEffect, useRef, useState } from 'react'
import type { Dossier } from '@/lib/db/workspace'
import type { Desk } from './types'

/**
 * All that is on file about the open claim: at once where it was seen before, and asked for again
 * whenever the page has news. `failed` when the server could not be reached.
 */
export function useDossier(
  desk: Desk,
  number: number | null,
): { dossier: Dossier | null; failed: boolean } {
  const seen = useRef(new Map<number, Dossier>())
  const [, redraw] = useState(0)
  const [failed, setFailed] = useState(false)
  const { newsroom, article, dossier: sent } = desk

  if (sent) seen.current.set(sent.number, sent)

  useEffect(() => {
    if (number === null || desk.dossier?.number === number) return
    const asked = new AbortController()
    setFailed(false)
    fetch(`/${newsroom}/articles/${article.slug}/claims/${number}`, { signal: asked.signal })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer)))
      .then((dossier: Dossier) => {
        seen.current.set(number, dossier)
        redraw((n) => n + 1)
      })
      .catch(() => {
        if (!asked.signal.aborted) setFailed(true)
      })
    return () => asked.abort()
  }, [number, desk, newsroom, article.slug])

  return { dossier: number === null ? null : (seen.current.get(number) ?? null), failed }
}
