import { useCallback } from 'react'
import {
  acceptSuggestion,
  assignClaims,
  putClaimsBack,
  reopenComment,
  resolveComment,
} from '@/lib/actions'
import { claimNumber } from '@/lib/domain/vocabulary'
import { useSend } from '../forms/submit'
import { toast } from '../ui/toast'
import type { Deal, SentLine } from './sent-line'

/** What the button of a line says; null where it is dealt with elsewhere. */
export const DEALS: Record<Deal['way'], string> = {
  answer: 'Answer',
  close: 'Close',
  resolve: 'Resolve',
  take: 'Take it',
  accept: 'Accept',
  hold: 'Look',
}

/** Ways of dealing with a line that show something to read or to fill in before. */
export const OPENS: readonly Deal['way'][] = ['answer', 'close', 'hold']

/** Deals with a line at once, by what it takes; with a way back where there is one. */
export function useDeal(newsroom: string, me: string) {
  const send = useSend()
  return useCallback(
    async ({ deal, claim }: SentLine): Promise<void> => {
      if (deal?.way === 'resolve') {
        const values = { newsroom, commentId: deal.commentId }
        if (!(await send(resolveComment, values))) return
        toast('Comment resolved', () => void send(reopenComment, values))
      }
      if (deal?.way === 'take') {
        const { articleId, claimId, from } = deal
        const claims = JSON.stringify([{ claimId, from }])
        if (!(await send(assignClaims, { newsroom, articleId, assigneeId: me, claims }))) return
        const back = JSON.stringify([{ claimId, left: me, was: from }])
        toast(`${claimNumber(claim ?? 0)} is yours`, () => {
          void send(putClaimsBack, { newsroom, articleId, what: 'assignee', claims: back })
        })
      }
      if (deal?.way === 'accept') {
        const { suggestionId, after, over } = deal
        if (await send(acceptSuggestion, { newsroom, suggestionId, after, over })) toast('Accepted')
      }
    },
    [newsroom, me, send],
  )
}
