import { useCallback } from 'react'
import { markCoverage, unmarkCoverage } from '@/lib/actions'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { Span } from '@/lib/domain/text/blocks'
import { COVERAGE_KINDS } from '@/lib/domain/vocabulary'
import { useSend } from '../../forms/submit'
import { toast } from '../../ui/toast'

/** Says of places in the text that they are opinion or hold nothing to check, and offers to take that back; answers whether it was done. */
export function useMarking(desk: Desk) {
  const send = useSend()
  const offerToUnmark = useUnmarking(desk)
  const { newsroom, article, revision } = desk
  return useCallback(
    async (places: Span[], kind: 'opinion' | 'nothing_to_check') => {
      const output = await send(markCoverage, {
        newsroom,
        articleId: article.id,
        revision: revision.number,
        kind,
        places: JSON.stringify(places.map(({ start, end }) => ({ start, end }))),
      })
      offerToUnmark(output, COVERAGE_KINDS[kind])
      return output !== undefined
    },
    [send, offerToUnmark, newsroom, article.id, revision.number],
  )
}

/** Says that words were marked, with a way to take the marks back that the command answered with. */
export function useUnmarking({ newsroom, article }: Desk) {
  const send = useSend()
  return useCallback(
    (output: unknown, label: string) => {
      if (typeof output !== 'object' || output === null || !('markIds' in output)) return
      const markIds = output.markIds as string[]
      toast(`Marked as ${label.toLowerCase()}`, async () => {
        await send(unmarkCoverage, { newsroom, articleId: article.id, markIds })
        toast('Mark taken back')
      })
    },
    [send, newsroom, article.id],
  )
}
