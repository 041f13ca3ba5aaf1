import { useEffect, useRef } from 'react'
import { takeEarlierSources } from '@/lib/actions'
import type { EarlierCheck } from '@/lib/db/search-index/find-earlier'
import type { Dossier } from '@/lib/db/workspace/dossiers'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { claimNumber } from '@/lib/domain/vocabulary'
import { ActionForm } from '../../../forms/action-form'
import { SubmitButton } from '../../../forms/fields'
import { AnswerButtons } from './answer-buttons'
import { idOf } from './earlier-check'
import { EarlierList } from './earlier-list'
import { PublishedList } from './published-list'
import { type SameVerdict, SameVerdictButtons } from './same-verdict'
import { useEarlier } from './use-earlier'

/**
 * What the newsroom checked before that says much the same as this claim, or the contrary: looked for when somebody opens
 * it. Whether it is the same is a person's answer. The sources of such a check can be taken over; the verdict stays this checker's.
 */
export function EarlierChecks({
  desk,
  claim,
  dossier,
  onSameVerdict,
}: {
  desk: Desk
  claim: ClaimShown
  dossier: Dossier
  onSameVerdict: (verdict: SameVerdict) => void
}) {
  const { newsroom, article, may } = desk
  const section = useRef<HTMLElement>(null)
  const details = useRef<HTMLDetailsElement>(null)
  const { found, ask } = useEarlier(
    `/${newsroom}/articles/${article.slug}/claims/${claim.number}/earlier`,
  )
  // It may have been opened before the page listened.
  useEffect(() => {
    if (details.current?.open) ask()
  }, [ask])
  const words = desk.revision.text.slice(claim.start, claim.end)
  const isFound = found !== null && found !== 'failed'
  const checks = isFound ? found.earlier : []
  const published = isFound ? found.published : []

  async function answered(check: EarlierCheck) {
    await ask()
    // What was answered may stand elsewhere in the list now, or be folded away.
    requestAnimationFrame(() => {
      document.getElementById(idOf(check))?.focus()
      if (document.activeElement?.id !== idOf(check)) {
        section.current?.querySelector('summary')?.focus()
      }
    })
  }

  return (
    <section ref={section}>
      <details
        ref={details}
        className="history checked-before"
        onToggle={({ target, currentTarget }) =>
          target === currentTarget && currentTarget.open && ask()
        }
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
        {isFound && checks.length + published.length === 0 && (
          <p className="quiet">Nothing that was checked before says this.</p>
        )}
        {checks.length > 0 && (
          <EarlierList {...{ newsroom, checks }}>
            {(check) => (
              <>
                {may.edit && (
                  <AnswerButtons
                    {...{ claimId: claim.id, words, check }}
                    onAnswered={() => answered(check)}
                  />
                )}
                {check.answer?.kind !== 'not_same' && may.attach && check.evidence > 0 && (
                  <TakeSources {...{ claim, words, check }} />
                )}
                {may.rate && isSame(check) && (
                  <SameVerdictButtons {...{ claim, dossier, check }} onChoose={onSameVerdict} />
                )}
              </>
            )}
          </EarlierList>
        )}
        <PublishedList checks={published} claim={may.attach ? { id: claim.id, words } : null} />
      </details>
    </section>
  )
}

const isSame = ({ answer, isThrough }: EarlierCheck) =>
  isThrough || (answer?.kind === 'same' && !answer.isStale)

function TakeSources({
  claim,
  words,
  check: { id, number, evidence },
}: {
  claim: ClaimShown
  words: string
  check: EarlierCheck
}) {
  return (
    <ActionForm
      action={takeEarlierSources}
      values={{ claimId: claim.id, fromClaimId: id, overWords: words }}
      saved={evidence === 1 ? 'Its source was taken over' : 'Its sources were taken over'}
      label={`Sources of ${claimNumber(number)}`}
      className="bare-form"
    >
      <SubmitButton className="button small">
        {evidence === 1 ? 'Take over its source' : `Take over its ${evidence} sources`}
      </SubmitButton>
    </ActionForm>
  )
}
