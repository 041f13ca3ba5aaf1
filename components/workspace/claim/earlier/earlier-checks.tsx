import { takeEarlierSources } from '@/lib/actions'
import type { EarlierCheck } from '@/lib/db/search-index/find-earlier'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { VERIFICATION_STATUSES, verificationStatus } from '@/lib/domain/claims/status'
import type { Agreement } from '@/lib/domain/earlier-checks/agreement'
import { claimNumber } from '@/lib/domain/vocabulary'
import { ActionForm } from '../../../forms/action-form'
import { SubmitButton } from '../../../forms/fields'
import { Link } from '../../../ui/links/link'
import { Timestamp } from '../../../ui/timestamp'
import { useEarlier } from './use-earlier'

/**
 * What the newsroom checked before that says much the same as this claim, or the contrary: looked for when somebody opens
 * it. The sources of such a check can be taken over; the verdict stays this checker's.
 */
export function EarlierChecks({ desk, claim }: { desk: Desk; claim: ClaimShown }) {
  const { newsroom, article, may } = desk
  const { found, ask } = useEarlier(
    `/${newsroom}/articles/${article.slug}/claims/${claim.number}/earlier`,
  )
  return (
    <section>
      <details
        className="history checked-before"
        onToggle={({ currentTarget }) => currentTarget.open && ask()}
      >
        <summary>
          <h3>Checked before</h3>
        </summary>
        {found === null && (
          <p role="status" className="quiet">
            Looking through what was checked…
          </p>
        )}
        {found === 'failed' && (
          <p role="alert">
            Stet did not answer.{' '}
            <button type="button" className="link-button" onClick={ask}>
              Look again
            </button>
          </p>
        )}
        {Array.isArray(found) && found.length === 0 && (
          <p className="quiet">Nothing that was checked before says this.</p>
        )}
        {Array.isArray(found) && found.length > 0 && (
          <ul className="bare">
            {found.map((check) => (
              <Check
                key={check.id}
                {...{ newsroom, check, claim }}
                mayTake={may.attach}
                words={desk.revision.text.slice(claim.start, claim.end)}
              />
            ))}
          </ul>
        )}
      </details>
    </section>
  )
}

function Check({
  newsroom,
  check,
  claim,
  words,
  mayTake,
}: {
  newsroom: string
  check: EarlierCheck
  claim: ClaimShown
  words: string
  mayTake: boolean
}) {
  const { article, number, evidence } = check
  return (
    <li className="earlier-check">
      <p className="small quiet">{said(check.agreement)}</p>
      <p className="earlier-words" lang={article.language} dir="auto">
        <Link href={`/${newsroom}/articles/${article.slug}?claim=${number}`}>“{check.words}”</Link>
      </p>
      <p className="small">
        {VERIFICATION_STATUSES[verificationStatus(check)]}, <Timestamp at={check.checkedAt} /> ·{' '}
        <span className="mono">{claimNumber(number)}</span>{' '}
        <bdi lang={article.language}>{article.headline}</bdi>
      </p>
      {mayTake && evidence > 0 && (
        <ActionForm
          action={takeEarlierSources}
          values={{ claimId: claim.id, fromClaimId: check.id, overWords: words }}
          saved={evidence === 1 ? 'Its source was taken over' : 'Its sources were taken over'}
          label={`Sources of ${claimNumber(number)}`}
          className="bare-form"
        >
          <SubmitButton className="button small">
            {evidence === 1 ? 'Take over its source' : `Take over its ${evidence} sources`}
          </SubmitButton>
        </ActionForm>
      )}
    </li>
  )
}

function said(agreement: Agreement): string {
  switch (agreement.kind) {
    case 'same':
      return 'Says the same'
    case 'contrary':
      return `May say the contrary: “${agreement.words.join('”, “')}”`
    case 'differs_in_figure':
      return `Another figure: ${agreement.sentence}`
    case 'alike':
      return 'Of the same matter'
  }
}
