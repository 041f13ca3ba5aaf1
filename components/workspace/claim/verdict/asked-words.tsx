import { giveVerdict } from '@/lib/actions'
import type { VerdictShown } from '@/lib/db/workspace/dossiers'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { isSameWording } from '@/lib/domain/claims/standing'
import type { Aspect } from '@/lib/domain/vocabulary'
import { ActionForm } from '../../../forms/action-form'
import { SubmitButton } from '../../../forms/fields'
import { wordsOfClaim } from '../../desk/words-of-claim'

/** Where the text has the very words that “OK with change” asked for: one step to Confirmed, on the evidence that there is. */
export function AskedWords({
  desk,
  claim,
  aspect,
  last,
  lacking,
}: {
  desk: Desk
  claim: ClaimShown
  aspect: Aspect
  /** The newest verdict on this question. */
  last: VerdictShown | null
  /** What is not on file that Confirmed needs. */
  lacking: string | null
}) {
  const words = wordsOfClaim(desk, claim)
  if (last?.verdict !== 'ok_with_change' || !isSameWording(last.change, words)) return null
  return (
    <ActionForm
      action={giveVerdict}
      values={{
        ...{ claimId: claim.id, aspect, verdict: 'confirmed' },
        rationale: 'The words are those that were asked for.',
      }}
      basis={{ over: last.id, overWords: words }}
      label="The words that were asked for"
      saved="Verdict given"
      className="asked-words"
    >
      <p className="small">
        These are the words that {last.givenBy} asked for. {lacking}
      </p>
      {lacking === null && <SubmitButton className="button small">Confirm them</SubmitButton>}
    </ActionForm>
  )
}
