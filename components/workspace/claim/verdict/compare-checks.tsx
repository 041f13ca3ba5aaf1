import type { VerdictShown } from '@/lib/db/workspace/dossiers'
import { aspectStanding, checksOn } from '@/lib/domain/claims/second-check'
import { CHECKS } from '@/lib/domain/vocabulary'
import { VerdictLine } from './verdict-line'

/** The checks of one question that stand on these words, where there is more than a first: the decision, if there is one, the first and the second. */
export function besideEachOther(known: VerdictShown[], words: string): VerdictShown[] {
  const [{ aspect } = { aspect: 'so' as const }] = known
  const { first, second, deciding } = checksOn({ verdicts: known, words }, aspect)
  return second ? [deciding, first, second].flatMap((one) => one ?? []) : []
}

/** Two checks side by side, and what is to be done where they disagree. */
export function CompareChecks({ verdicts }: { verdicts: VerdictShown[] }) {
  const newestFirst = [...verdicts].sort((a, b) => b.givenAt.localeCompare(a.givenAt))
  const [{ aspect, words } = { aspect: 'so' as const, words: '' }] = verdicts
  const standing = aspectStanding({ verdicts: newestFirst, words }, aspect)
  return (
    <>
      {standing === 'disagrees' && (
        <p className="checks-disagree">
          <strong>The two checks disagree.</strong> It stays open until one of the two gives another
          verdict that agrees, or an editor decides.
        </p>
      )}
      <div className="both-checks">
        {verdicts.map((verdict) => (
          <div key={verdict.id} className={verdict.check}>
            <p className="check-title">{titleOf(verdict)}</p>
            <VerdictLine verdict={verdict} />
          </div>
        ))}
      </div>
    </>
  )
}

function titleOf({ check, blind }: VerdictShown): string {
  if (check !== 'second') return CHECKS[check]
  return blind ? `${CHECKS.second}, blind` : `${CHECKS.second}, with the first in sight`
}
