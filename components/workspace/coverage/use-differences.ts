import { useCallback, useEffect, useState } from 'react'
import { dismissDifference, restoreDifference } from '@/lib/actions'
import type { ArticleDifference } from '@/lib/db/ledger/differences'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { useSend } from '../../forms/submit'
import { toast } from '../../ui/toast'

/** Where the text differs from the ledger, asked for once it is open and with each new text; and the ways to let words stand, and to take that back. */
export function useDifferences({ newsroom, article, revision }: Desk) {
  const [found, setFound] = useState<ArticleDifference[]>([])
  const send = useSend()
  const address = `/${newsroom}/articles/${article.slug}/differences`
  const { number } = revision

  const ask = useCallback(async () => {
    const answer = await fetch(address).catch(() => null)
    const told = answer?.ok ? await answer.json().catch(() => null) : null
    if (told?.revision === number) setFound(told.differences)
  }, [address, number])
  useEffect(() => void ask(), [ask])

  async function restore(dismissalId: string) {
    await send(restoreDifference, { newsroom, dismissalId })
    await ask()
  }

  return {
    found,
    ask,
    restore,
    async dismiss({ factId, factVersion, why, says }: ArticleDifference) {
      const about = { newsroom, articleId: article.id, factId, factVersion, why, words: says }
      const output = await send(dismissDifference, about)
      await ask()
      if (typeof output !== 'object' || output === null || !('dismissalId' in output)) return
      const dismissalId = String(output.dismissalId)
      toast(`“${says}” stands`, () => restore(dismissalId))
    },
  }
}
