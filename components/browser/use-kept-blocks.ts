import { useCallback, useEffect, useState } from 'react'
import type { Block } from '@/lib/domain/text/blocks'

/** Blocks that are not stored yet, kept in this browser over a reload. */
export function useKeptBlocks(name: string): [Block[], (blocks: Block[]) => void] {
  const [blocks, setBlocks] = useState<Block[]>([])

  useEffect(() => {
    try {
      const kept = JSON.parse(localStorage.getItem(name) ?? '[]')
      if (Array.isArray(kept)) setBlocks(kept)
    } catch {
      // Storage is forbidden or holds something else; then nothing was kept.
    }
  }, [name])

  const keep = useCallback(
    (next: Block[]) => {
      setBlocks(next)
      try {
        if (next.length > 0) localStorage.setItem(name, JSON.stringify(next))
        else localStorage.removeItem(name)
      } catch {
        // A text that is too long to keep is still on the page.
      }
    },
    [name],
  )
  return [blocks, keep]
}
