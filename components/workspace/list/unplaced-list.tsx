'use client'

import type { UnplacedClaim } from '@/lib/db/claims/anchors'
import type { Desk } from '@/lib/db/workspace/find-desk'
import { VERIFICATION_STATUSES, verificationStatus } from '@/lib/domain/claims/status'
import { claimNumber } from '@/lib/domain/vocabulary'
import { Glyph } from '../../ui/status-icon'
import type { Filter } from '../desk/use-url-state'
import { filterClaims } from './filter-claims'

/** The claims without a place that the filter lets through. */
export function lostShown(desk: Desk, filter: Filter): UnplacedClaim[] {
  return desk.unplaced.filter((claim) => {
    const text = { ...desk, revision: { ...desk.revision, text: claim.words } }
    return filterClaims([{ ...claim, start: 0, end: claim.words.length }], filter, text).length > 0
  })
}

/** Claims that a new text left without a place, above those that have one, until a person has placed or cut them. */
export function UnplacedList({
  claims,
  of,
  current,
  onOpen,
}: {
  claims: UnplacedClaim[]
  of: UnplacedClaim[]
  current: number | null
  onOpen: (number: number) => void
}) {
  if (claims.length === 0) return null
  const waiting = of.filter(({ status }) => status !== 'cut').length
  return (
    <section className="unplaced" aria-label="Claims to settle">
      <h3>
        {waiting === 1 ? '1 claim to settle' : `${waiting} claims to settle`}
        {claims.length !== waiting && <span className="quiet small"> {claims.length} shown</span>}
      </h3>
      <ol className="bare">
        {claims.map((claim) => {
          const status = verificationStatus(claim)
          return (
            <li key={claim.id}>
              <a
                id={`claim-${claim.number}`}
                href={`?claim=${claim.number}`}
                aria-current={claim.number === current ? 'true' : undefined}
                onClick={(event) => {
                  if (event.metaKey || event.ctrlKey || event.shiftKey) return
                  event.preventDefault()
                  onOpen(claim.number)
                }}
              >
                <span className="number mono">{claimNumber(claim.number)}</span>
                <Glyph status={status} />
                <span className="words">
                  <span className="visually-hidden">{VERIFICATION_STATUSES[status]}: </span>
                  <bdi>{claim.words.slice(0, 160)}</bdi>
                </span>
                <span className="quiet small">{claim.outcome?.what ?? 'cut'}</span>
              </a>
            </li>
          )
        })}
      </ol>
    </section>
  )
}
