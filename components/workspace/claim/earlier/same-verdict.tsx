import type { EarlierCheck } from '@/lib/db/search-index/find-earlier'
import type { Dossier } from '@/lib/db/workspace/dossiers'
import type { ClaimShown } from '@/lib/db/workspace/find-desk'
import { aspectsOf } from '@/lib/domain/claims/status'
import { dayInFull } from '@/lib/domain/times/moments'
import {
  ASPECTS,
  type Aspect,
  claimNumber,
  VERDICTS,
  type VerdictKind,
} from '@/lib/domain/vocabulary'

/** A verdict that the form is opened with, and its reason: nothing is given before the checker sends it. */
export interface SameVerdict {
  aspect: Aspect
  verdict: VerdictKind
  rationale: string
}

/** Opens the form with the verdict that an earlier check came to, for each question that this person may answer. */
export function SameVerdictButtons({
  claim,
  dossier,
  check,
  onChoose,
}: {
  claim: ClaimShown
  dossier: Dossier
  check: EarlierCheck
  onChoose: (verdict: SameVerdict) => void
}) {
  const aspects = aspectsOf(claim)
  const given = check.given.filter(
    ({ aspect }) => aspects.includes(aspect) && dossier.checks[aspect],
  )
  return given.map(({ aspect, verdict, by, at }) => {
    const checkedBy = `as checked by ${by} on ${dayInFull(new Date(at), undefined)}`
    return (
      <p key={aspect} className="same-verdict">
        <button
          type="button"
          className="button small"
          data-key="same-verdict"
          aria-keyshortcuts="Shift+V"
          onClick={() => onChoose({ aspect, verdict, rationale: reasonOf(check, checkedBy) })}
        >
          Give the same verdict: {VERDICTS[verdict]}
          {aspects.length > 1 && ` on “${ASPECTS[aspect].toLowerCase()}”`}
        </button>{' '}
        <span className="small quiet">{checkedBy}</span>
      </p>
    )
  })
}

/** Names the earlier check, for whoever reads the verdict later. */
const reasonOf = ({ number, article }: EarlierCheck, checkedBy: string) =>
  `${checkedBy.replace('as', 'As')}: ${claimNumber(number)}, “${article.headline}”.`
