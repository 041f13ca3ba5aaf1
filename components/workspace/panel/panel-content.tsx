import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { later } from '../../browser/later'
import type { Settling } from '../claim/use-placing'
import type { PanelContentState } from './use-panel-content'

export const ClaimPanel = later(() =>
  import('../claim/claim-panel').then(({ ClaimPanel }) => ClaimPanel),
)
const WordsTalk = later(() =>
  import('../claim/discussion/selected-words-forms').then(({ WordsTalk }) => WordsTalk),
)
const NewClaim = later(() => import('../claim/new-claim-form').then(({ NewClaim }) => NewClaim))
export const UnplacedPanel = later(() =>
  import('../claim/unplaced-panel').then(({ UnplacedPanel }) => UnplacedPanel),
)
const WaiveWords = later(() =>
  import('../coverage/waive-words-form').then(({ WaiveWords }) => WaiveWords),
)

/** Below the list of claims: the one that is open, or what is being done with chosen words. */
export function PanelContent({
  desk,
  atHand: { number, marking, waiving, speaking, open, close },
  claim,
  settling,
  accept,
}: {
  desk: Desk
  atHand: PanelContentState
  claim: ClaimShown | null
  settling: Settling
  /** Takes the place that is proposed for a claim without one. */
  accept: { run: () => void; ready: boolean } | undefined
}) {
  if (speaking) return <WordsTalk desk={desk} speaking={speaking} onClose={close} />
  if (waiving) return <WaiveWords desk={desk} span={waiving} onClose={close} />
  if (marking) return <NewClaim desk={desk} marking={marking} onDone={open} onCancel={close} />
  const shared = { desk, onClose: close }
  if (claim) return <ClaimPanel key={claim.id} {...shared} claim={claim} />
  if (settling.claim) {
    const { claim: lost } = settling
    return (
      <UnplacedPanel key={lost.id} {...shared} claim={lost} settling={settling} accept={accept} />
    )
  }
  return number !== null && <NoSuchClaim number={number} onClose={close} />
}

function NoSuchClaim({ number, onClose }: { number: number; onClose: () => void }) {
  return (
    <div className="claim">
      <h2 tabIndex={-1}>There is no claim {number}</h2>
      <p className="quiet">The link may be mistyped. Every claim of this article is in the list.</p>
      <button type="button" className="button" onClick={onClose}>
        Back to the list
      </button>
    </div>
  )
}
