import { useCallback, useState } from 'react'
import type { EarlierCheck } from '@/lib/db/search-index/find-earlier'

/** Earlier checks of what a claim says, once they were asked for; `failed` where Stet did not answer. */
export function useEarlier(address: string) {
  const [found, setFound] = useState<EarlierCheck[] | 'failed' | null>(null)
  const ask = useCallback(async () => {
    setFound(null)
    const answer = await fetch(address).catch(() => null)
    const earlier = answer?.ok ? await answer.json().catch(() => null) : null
    setFound(earlier ?? 'failed')
  }, [address])
  return { found, ask }
}
