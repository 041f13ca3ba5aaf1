import type { SuggestionShown } from '@/lib/db/discussion/suggestions'
import { CHANGE_REASONS, claimNumber } from '@/lib/domain/vocabulary'
import { Timestamp } from '../ui/timestamp'
import { WordChanges } from '../ui/word-diff'

/** A change of words as an editor accepted it: of which claim, why, and by whom. */
export function AcceptedChange({
  suggestion: { before, claim, reason, note, madeBy, decision },
  language,
}: {
  suggestion: SuggestionShown
  language: string
}) {
  return (
    <>
      <WordChanges before={before} after={decision?.after ?? ''} language={language} />
      <p className="small quiet">
        {claim !== null && <span className="mono">{claimNumber(claim)} </span>}
        {CHANGE_REASONS[reason]}
        {note && (
          <>
            : <bdi>{note}</bdi>
          </>
        )}{' '}
        · suggested by {madeBy}
        {decision && (
          <>
            , accepted by {decision.by} <Timestamp at={decision.at} />
          </>
        )}
      </p>
    </>
  )
}
