import type { ReactNode } from 'react'
import type { EarlierCheck } from '@/lib/db/search-index/find-earlier'
import { EarlierCheckItem } from './earlier-check'

/** Earlier checks in the order in which they are offered; those that were said to be others are folded away. */
export function EarlierList({
  newsroom,
  checks,
  children,
}: {
  newsroom: string
  checks: readonly EarlierCheck[]
  /** What can be done with each. */
  children?: (check: EarlierCheck) => ReactNode
}) {
  const others = checks.filter(isAnother)
  const listed = (some: readonly EarlierCheck[]) => (
    <ul className="bare">
      {some.map((check) => (
        <EarlierCheckItem key={check.id} {...{ newsroom, check }}>
          {children?.(check)}
        </EarlierCheckItem>
      ))}
    </ul>
  )
  return (
    <>
      {listed(checks.filter((check) => !isAnother(check)))}
      {others.length > 0 && (
        <details className="not-the-same">
          <summary className="quiet small">Not the same: {others.length}</summary>
          {listed(others)}
        </details>
      )}
    </>
  )
}

const isAnother = ({ answer }: EarlierCheck) => answer?.kind === 'not_same' && !answer.isStale
