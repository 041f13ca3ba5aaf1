import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import type { Ahead, Work } from './desk-context'

interface Pending {
  key: number
  ahead: Ahead
  /** Once the server has agreed: the version from which each claim shows the change by itself. */
  from: ReadonlyMap<string, number> | null
}

/**
 * The desk as it will be: what a person sets is shown at once, everywhere, and goes back when the
 * server refuses it.
 *
 * This is not React's `useOptimistic`, whose transition would hold the address, and so the next
 * claim, until the answer is there.
 */
export function useQuickClaims(sent: Desk): { desk: Desk; quickly: Work['quickly'] } {
  const [pending, setPending] = useState<readonly Pending[]>([])
  const keys = useRef(0)

  const quickly = useCallback<Work['quickly']>(async (ahead, send) => {
    const key = keys.current++
    setPending((all) => [...all, { key, ahead, from: null }])
    const answer = await send()
    const from = answer.done && versionsIn(answer.done.output)
    setPending((all) =>
      all.flatMap((one) => (one.key !== key ? one : from ? { ...one, from } : [])),
    )
    return answer
  }, [])

  useEffect(() => {
    setPending((all) => {
      const left = all.filter((one) => sent.claims.some((claim) => patchOf(one, claim)))
      return left.length < all.length ? left : all
    })
  }, [sent.claims])

  const desk = useMemo(() => {
    if (pending.length === 0) return sent
    const claims = sent.claims.map((claim) => {
      const patches = pending.flatMap((one) => patchOf(one, claim) ?? [])
      // A claim that nothing is pending for stays the same object, so that its row is not drawn anew.
      return patches.length === 0 ? claim : Object.assign({}, claim, ...patches)
    })
    return { ...sent, claims }
  }, [sent, pending])

  return { desk, quickly }
}

/** What a claim from the server still lacks of a change. */
function patchOf({ ahead, from }: Pending, { id, version }: ClaimShown) {
  return from && version >= (from.get(id) ?? 0) ? undefined : ahead.get(id)
}

function versionsIn(output: unknown): ReadonlyMap<string, number> {
  const { changed } = output as { changed: { claimId: string; version: number }[] }
  return new Map(changed.map(({ claimId, version }) => [claimId, version]))
}
