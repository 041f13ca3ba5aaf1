import { holdFrame } from '@/lib/actions'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { claimNumber } from '@/lib/domain/vocabulary'
import { ActionForm } from '../../forms/action-form'
import { SubmitButton } from '../../forms/fields'
import { ACTIONS } from '../../keyboard/shortcuts'
import { WordDiff } from '../../ui/word-diff'
import { FRAME_CHANGED } from './claim-marks'

/** That other words stand around a checked claim now, which, and the way to say that the check holds all the same. */
export function FrameNotice({ desk, claim }: { desk: Desk; claim: ClaimShown }) {
  const { frameAspects = [], frameBefore = '', frameAfter = '' } = claim
  if (frameAspects.length === 0) return null
  const isSaid = frameAspects.includes('said')
  return (
    <ActionForm
      action={holdFrame}
      values={{ claimId: claim.id }}
      basis={{ after: frameAfter }}
      saved={`${claimNumber(claim.number)}: the check holds`}
      label={FRAME_CHANGED}
      className="frame-notice"
    >
      <h3>{FRAME_CHANGED}</h3>
      <p className="small quiet">
        {isSaid
          ? 'Who said it, or how, may be told otherwise now: “said” has to be checked again, unless the check holds all the same.'
          : 'It was checked when they were others. Does the check hold all the same?'}
      </p>
      <p className="frame" lang={desk.article.language}>
        <WordDiff old={frameBefore} now={frameAfter} />
      </p>
      {desk.may.rate && (
        <SubmitButton className="button small">
          {ACTIONS.hold.short} <kbd>{ACTIONS.hold.key}</kbd>
        </SubmitButton>
      )}
    </ActionForm>
  )
}
