import { citePublishedCheck } from '@/lib/actions'
import type { PublishedOffered } from '@/lib/db/search-index/find-published'
import { ActionForm } from '../../../forms/action-form'
import { SubmitButton } from '../../../forms/fields'
import { PublishedLines } from '../../../sources/published-check'
import { saidOf } from './earlier-check'

/** What others published of the same, apart from the newsroom's own checks; a source can be made of each, for a claim. */
export function PublishedList({
  checks,
  claim,
}: {
  checks: readonly PublishedOffered[]
  /** The claim that a source may be attached to, with its words as they are shown. */
  claim: { id: string; words: string } | null
}) {
  if (checks.length === 0) return null
  return (
    <>
      <h4>Checked by others</h4>
      <ul className="bare">
        {checks.map((check) => (
          <li key={check.id} className="published-check">
            <p className="small quiet">{saidOf(check.agreement)}</p>
            <PublishedLines check={check} />
            {claim && (
              <ActionForm
                action={citePublishedCheck}
                values={{ claimId: claim.id, checkId: check.id, overWords: claim.words }}
                saved="Attached as secondary context"
                label={`Source: ${check.publisher}`}
                className="bare-form"
              >
                <SubmitButton className="button small">Use as a source</SubmitButton>
              </ActionForm>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
