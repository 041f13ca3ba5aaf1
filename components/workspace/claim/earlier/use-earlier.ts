import { useCallback, useState } from 'react'
import type { EarlierCheck } from '@/lib/db/search-index/find-earlier'
import type { PublishedOffered } from '@/lib/db/search-index/find-published'

/** What was found at an address where earlier checks are asked for. */
export interface FoundEarlier {
  earlier: EarlierCheck[]
  /** What others published. */
  published: PublishedOffered[]
}

/**
 * Earlier checks of what some words say, once they were asked for; `failed` where Stet did not answer. What was found stays
 * while it is asked for again.
 */
export function useEarlier(address: string) {
  const [found, setFound] = useState<FoundEarlier | 'failed' | null>(null)
  const ask = useCallback(async () => {
    setFound((known) => (known === 'failed' ? null : known))
    const answer = await fetch(address).catch(() => null)
    const earlier = answer?.ok ? await answer.json().catch(() => null) : null
    setFound((known) => earlier ?? (known && known !== 'failed' ? known : 'failed'))
  }, [address])
  return { found, ask }
}
