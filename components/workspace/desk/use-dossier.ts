import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Dossier } from '@/lib/db/workspace/dossiers'
import { useDeskStore } from './desk-context'

/**
 * All that is on file about a claim: from the shelf, or else asked for alone, and again when the
 * connection is back. `failed` when the server could not be reached.
 */
export function useDossier(number: number): { dossier: Dossier | null; failed: boolean } {
  const { dossiers } = useDeskStore()
  const find = () => dossiers.find(number)
  const dossier = useSyncExternalStore(dossiers.subscribe, find, find)
  const [failed, setFailed] = useState(false)
  const missing = dossier === null

  useEffect(() => {
    if (!missing) return
    const asked = new AbortController()
    const ask = async () => {
      setFailed(false)
      const reached = await dossiers.fetchOne(number, asked.signal)
      if (!reached && !asked.signal.aborted) setFailed(true)
    }
    ask()
    addEventListener('online', ask)
    return () => {
      asked.abort()
      removeEventListener('online', ask)
    }
  }, [dossiers, number, missing])

  return { dossier, failed }
}
