import type { ReactNode } from 'react'
import type { EarlierCheck } from '@/lib/db/search-index/find-earlier'
import { VERIFICATION_STATUSES, verificationStatus } from '@/lib/domain/claims/status'
import type { Agreement } from '@/lib/domain/earlier-checks/agreement'
import { claimNumber, PAIR_ANSWERS } from '@/lib/domain/vocabulary'
import { Link } from '../../../ui/links/link'
import { Timestamp } from '../../../ui/timestamp'

/** An earlier check as it is offered: how it agrees, its words, what was found, when and where, and what was answered of it. */
export function EarlierCheckItem({
  newsroom,
  check,
  children,
}: {
  newsroom: string
  check: EarlierCheck
  /** What can be done with it. */
  children?: ReactNode
}) {
  const { article, number, answer, evidence } = check
  return (
    <li className="earlier-check" id={idOf(check)} tabIndex={-1}>
      <p className="small quiet">
        {check.isThrough
          ? 'Was said to be the same as one that is the same'
          : saidOf(check.agreement)}
      </p>
      <p className="earlier-words" lang={article.language} dir="auto">
        <Link href={`/${newsroom}/articles/${article.slug}?claim=${number}`}>“{check.words}”</Link>
      </p>
      <p className="small">
        {VERIFICATION_STATUSES[verificationStatus(check)]}, <Timestamp at={check.checkedAt} /> ·{' '}
        <span className="mono">{claimNumber(number)}</span>{' '}
        <bdi lang={article.language}>{article.headline}</bdi> ·{' '}
        {evidence === 0 ? 'no evidence' : `${evidence} ${evidence === 1 ? 'source' : 'sources'}`}
      </p>
      {answer && (
        <p className="small quiet">
          {PAIR_ANSWERS[answer.kind]}, said {answer.by}, <Timestamp at={answer.at} />
          {answer.isStale && ', before the words changed: it counts no longer'}
        </p>
      )}
      {children}
    </li>
  )
}

/** The id of its place in the list, where the keyboard goes. */
export const idOf = ({ id }: { id: string }) => `earlier-${id}`

/** How words agree with those that are looked for, as far as words tell. */
export function saidOf(agreement: Agreement): string {
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
