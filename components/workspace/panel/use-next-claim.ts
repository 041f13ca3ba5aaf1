import { type RefObject, useCallback, useRef } from 'react'
import type { ClaimShown } from '@/lib/db/workspace/find-desk'
import { needsWork } from '@/lib/domain/claims/status'
import { claimNumber } from '@/lib/domain/vocabulary'
import { toast } from '../../ui/toast'
import { opensNext } from '../claim/verdict/next-claim-switch'
import { hasUnsentInput } from './has-unsent-input'

/**
 * Opens the next claim of the list that still needs work once the open one is done, and says so.
 * Nobody is moved who went elsewhere meanwhile, who has something unsent here, or who wants to stay.
 */
export function useNextClaim(list: {
  claims: ClaimShown[]
  shown: ClaimShown[]
  panel: RefObject<HTMLElement | null>
  current: number | null
  onOpen: (number: number) => void
}) {
  const latest = useRef(list)
  latest.current = list

  return useCallback((done: ClaimShown, words: string, undo?: () => void) => {
    const { panel, current, onOpen } = latest.current
    if (!opensNext() || current !== done.number) {
      toast(words, undo)
    } else if (panel.current && hasUnsentInput(panel.current)) {
      toast(`${words}. It stays open: something here is not sent yet.`, undo)
    } else {
      const next = nextToWork(latest.current, done)
      if (next) onOpen(next.number)
      const then = next ? `Next: ${claimNumber(next.number)}` : 'That was the last one.'
      toast(`${words}. ${then}`, undo)
    }
  }, [])
}

/** By the order of the text, from the claim that is done on, and then from the beginning. */
function nextToWork(
  { claims, shown }: { claims: ClaimShown[]; shown: ClaimShown[] },
  done: ClaimShown,
): ClaimShown | undefined {
  const places = new Map(claims.map(({ id }, index) => [id, index]))
  const place = ({ id }: ClaimShown) => places.get(id) ?? -1
  const left = shown.filter((claim) => claim.id !== done.id && needsWork(claim))
  return left.find((claim) => place(claim) > place(done)) ?? left[0]
}
