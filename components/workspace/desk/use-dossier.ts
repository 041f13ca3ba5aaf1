import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Dossier } from '@/lib/db/workspace/dossiers'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { DossierShelf } from './dossier-cache'

/**
 * The dossiers of the article's claims: all are brought once the page is painted, and those that
 * changed whenever the page has news.
 */
export function useDossiers({ newsroom, article, seq, dossier }: Desk): DossierShelf {
  const [shelf] = useState(() => new DossierShelf(`/${newsroom}/articles/${article.slug}/claims`))
  if (dossier) shelf.keep(dossier)

  useEffect(() => {
    let again: ReturnType<typeof setTimeout>
    let over = false
    const bring = async () => {
      clearTimeout(again)
      const reached = await shelf.bringUpTo(seq)
      if (!reached && !over && navigator.onLine) again = setTimeout(bring, PAUSE)
    }
    const cancel = whenIdle(bring)
    addEventListener('online', bring)
    return () => {
      over = true
      cancel()
      clearTimeout(again)
      removeEventListener('online', bring)
    }
  }, [shelf, seq])

  return shelf
}

/** Before the server is asked again that did not answer, in milliseconds. */
const PAUSE = 5_000

/** The page is painted first: at the latest after this many milliseconds something else may be done. */
const IDLE = 1_000

function whenIdle(work: () => void): () => void {
  if (!('requestIdleCallback' in window)) {
    const waiting = setTimeout(work, IDLE)
    return () => clearTimeout(waiting)
  }
  const waiting = requestIdleCallback(work, { timeout: IDLE })
  return () => cancelIdleCallback(waiting)
}

/**
 * All that is on file about a claim: from the shelf, or else asked for alone, and again when the
 * connection is back. `failed` when the server could not be reached.
 */
export function useDossier(
  shelf: DossierShelf,
  number: number,
): { dossier: Dossier | null; failed: boolean } {
  const find = () => shelf.find(number)
  const dossier = useSyncExternalStore(shelf.subscribe, find, find)
  const [failed, setFailed] = useState(false)
  const missing = dossier === null

  useEffect(() => {
    if (!missing) return
    const asked = new AbortController()
    const ask = async () => {
      setFailed(false)
      const reached = await shelf.fetchOne(number, asked.signal)
      if (!reached && !asked.signal.aborted) setFailed(true)
    }
    ask()
    addEventListener('online', ask)
    return () => {
      asked.abort()
      removeEventListener('online', ask)
    }
  }, [shelf, number, missing])

  return { dossier, failed }
}
