'use client'

import { memo } from 'react'
import { countByStatus, VERIFICATION_STATUSES, verificationStatus } from '@/lib/domain/claim-status'
import { claimNumber } from '@/lib/domain/vocabulary'
import { Glyph } from '../ui/glyph'
import type { ClaimShown, Desk } from './types'
import type { Filter } from './use-address'

/** The article's claims in the order of the text, filtered; each opens beside the text. */
export function ClaimList({
  desk,
  shown,
  filter,
  onFilter,
  current,
  onOpen,
}: {
  desk: Desk
  shown: ClaimShown[]
  filter: Filter
  onFilter: (change: Partial<Filter>) => void
  current: number | null
  onOpen: (number: number) => void
}) {
  const live = desk.claims.filter(({ status }) => status !== 'cut').length
  return (
    <div className="claim-list">
      <form
        className="filters"
        aria-label="Filter the claims"
        onSubmit={(event) => event.preventDefault()}
      >
        <h2>
          Claims{' '}
          <span className="quiet">
            {shown.length === live ? live : `${shown.length} of ${live}`}
          </span>
        </h2>
        <select
          aria-label="Status"
          value={filter.status}
          onChange={(event) => onFilter({ status: event.target.value })}
        >
          <option value="">All statuses</option>
          {countByStatus(desk.claims).map(({ status, count }) => (
            <option key={status} value={status}>
              {VERIFICATION_STATUSES[status]} ({count})
            </option>
          ))}
        </select>
        <label className="mine">
          <input
            type="checkbox"
            checked={filter.mine}
            onChange={(event) => onFilter({ mine: event.target.checked })}
          />
          Mine
        </label>
        <input
          id="filter-words"
          type="search"
          aria-label="Words to look for"
          placeholder="Filter"
          aria-keyshortcuts="/"
          value={filter.words}
          onChange={(event) => onFilter({ words: event.target.value })}
        />
      </form>
      {shown.length > 0 ? (
        <ol className="bare rows">
          {shown.map((claim) => (
            <ClaimRow
              key={claim.id}
              claim={claim}
              words={desk.revision.text.slice(claim.start, Math.min(claim.end, claim.start + 160))}
              assignee={claim.assigneeId ? desk.names[claim.assigneeId] : undefined}
              current={claim.number === current}
              onOpen={onOpen}
            />
          ))}
        </ol>
      ) : (
        <p className="quiet none">
          {live === 0
            ? desk.may.mark
              ? 'No claims yet. Select words in the text and make them a claim.'
              : 'No claims yet.'
            : 'No claim fits this filter.'}
        </p>
      )}
    </div>
  )
}

const ClaimRow = memo(function ClaimRow({
  claim,
  words,
  assignee,
  current,
  onOpen,
}: {
  claim: ClaimShown
  words: string
  assignee: string | undefined
  current: boolean
  onOpen: (number: number) => void
}) {
  const status = verificationStatus(claim)
  return (
    <li>
      <a
        id={`claim-${claim.number}`}
        href={`?claim=${claim.number}`}
        aria-current={current ? 'true' : undefined}
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
          <bdi>{words}</bdi>
        </span>
        {assignee && (
          <span className="quiet small" title={`Assigned to ${assignee}`}>
            {assignee.split(' ')[0]}
          </span>
        )}
      </a>
    </li>
  )
})
