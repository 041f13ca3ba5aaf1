import { useCallback, useEffect, useState } from 'react'
import type { Block } from '@/lib/domain/text/blocks'

/** A text that is being worked on, and the number of the revision that it was made from. */
export interface KeptRevision {
  base: number
  blocks: Block[]
}

/** A new text that is not saved yet, kept in this browser over a reload; null while nothing was changed. */
export function useKeptRevision(
  name: string,
): [kept: KeptRevision | null, keep: (next: KeptRevision | null) => void] {
  const [kept, setKept] = useState<KeptRevision | null>(null)

  useEffect(() => {
    try {
      setKept(JSON.parse(localStorage.getItem(name) ?? 'null'))
    } catch {
      // Storage is forbidden or holds something else; then nothing was kept.
    }
  }, [name])

  const keep = useCallback(
    (next: KeptRevision | null) => {
      setKept(next)
      try {
        if (next) localStorage.setItem(name, JSON.stringify(next))
        else localStorage.removeItem(name)
      } catch {
        // A text that is too long to keep is still on the page.
      }
    },
    [name],
  )
  return [kept, keep]
}
