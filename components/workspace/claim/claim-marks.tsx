/** What a claim says of itself in few words, in its row and its panel. */

import type { ClaimShown } from '@/lib/db/workspace/find-desk'
import { SECOND_CHECK_STANDINGS, type SecondCheckStanding } from '@/lib/domain/vocabulary'

/** Where the second check of a claim stands, in words. */
export function SecondCheckBadge({ second }: { second: SecondCheckStanding }) {
  return (
    <span className="second-word" data-second={second}>
      {SECOND_CHECK_STANDINGS[second]}
    </span>
  )
}

const SHORT: Partial<Record<SecondCheckStanding, string>> = { missing: '2nd', disagrees: 'differ' }

/** The same for a row, where something is still to be done. */
export function SecondMark({ second }: { second: SecondCheckStanding }) {
  const short = SHORT[second]
  if (!short) return null
  return (
    <span
      className="claim-mark small"
      data-pressing={second === 'disagrees' || undefined}
      title={SECOND_CHECK_STANDINGS[second]}
    >
      <span aria-hidden="true">{short}</span>
      <span className="visually-hidden">{SECOND_CHECK_STANDINGS[second]}</span>
    </span>
  )
}

export const FRAME_CHANGED = 'The words around it changed'

/** For a row, that other words stand around a checked claim now. */
export function FrameMark({ claim }: { claim: ClaimShown }) {
  if (!claim.frameAspects) return null
  return (
    <span className="claim-mark small" data-pressing title={FRAME_CHANGED}>
      <span aria-hidden="true">around</span>
      <span className="visually-hidden">{FRAME_CHANGED}</span>
    </span>
  )
}
