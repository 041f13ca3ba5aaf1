import { useState } from 'react'
import { settleClaim, unsettleClaim } from '@/lib/actions'
import type { UnplacedClaim } from '@/lib/db/claims/anchors'
import type { Desk } from '@/lib/db/workspace/find-desk'
import type { Span } from '@/lib/domain/text/blocks'
import { claimNumber } from '@/lib/domain/vocabulary'
import type { TextSelection } from '../../browser/use-word-selection'
import { useSend } from '../../forms/submit'
import type { ActionHandlers } from '../../keyboard/shortcuts'
import { toast } from '../../ui/toast'

export type Settling = ReturnType<typeof useSettling>

/** Placing the open claim that has no place in the text: on one that is proposed, or on chosen words. */
export function useSettling(desk: Desk, number: number | null) {
  const send = useSend()
  const claim = desk.unplaced.find((one) => one.number === number) ?? null
  const [looked, setLooked] = useState({ number, at: 0 })
  const places = claim?.status === 'cut' ? [] : (claim?.outcome?.places ?? [])
  const at = looked.number === number ? looked.at % Math.max(1, places.length) : 0
  const place = places[at] ?? null

  async function settle(lost: UnplacedClaim, { start, end }: Span, onOpen: (next: number) => void) {
    const { newsroom, revision, unplaced } = desk
    const output = await send(settleClaim, {
      ...{ newsroom, claimId: lost.id, revision: revision.number, start, end },
    })
    if (!output) return
    const next = unplaced.find(({ id, status }) => id !== lost.id && status !== 'cut')
    onOpen(next?.number ?? lost.number)
    const then = next ? ` Next: ${claimNumber(next.number)}` : ' Every claim has its place.'
    toast(`${claimNumber(lost.number)} placed.${then}`, async () => {
      if (!(await send(unsettleClaim, { newsroom, claimId: lost.id }))) return
      onOpen(lost.number)
      toast(`${claimNumber(lost.number)} waits to be placed again`)
    })
  }

  return {
    ...{ claim, places, at, place },
    look: (by: 1 | -1) =>
      setLooked({ number, at: (at + by + places.length) % Math.max(1, places.length) }),
    /** What can be done now, by key or button. */
    runs(selection: TextSelection, onOpen: (next: number) => void): ActionHandlers {
      if (!claim || claim.status === 'cut' || !desk.may.edit) return {}
      return {
        accept: {
          run: () => {
            if (place) settle(claim, place, onOpen)
          },
          ready: place !== null,
        },
        placeHere: {
          run: () => {
            const chosen = selection.now()
            if (!chosen) return
            settle(claim, chosen, onOpen)
            document.getSelection()?.removeAllRanges()
          },
          ready: selection.span !== null,
        },
      }
    },
  }
}
