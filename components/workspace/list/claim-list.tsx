'use client'

import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { countByStatus, VERIFICATION_STATUSES } from '@/lib/domain/claims/status'
import { OPEN_ITEMS, SECOND_CHECK_STANDINGS } from '@/lib/domain/vocabulary'
import { answersByClaim } from '../../discussion/answered-mark'
import type { Filter } from '../desk/use-url-state'
import { BulkActions, SelectAll } from './bulk-actions'
import { ClaimRows } from './claim-rows'
import { ANSWERED, FRAME } from './filter-claims'
import type { Picked } from './use-multi-select'

/** What is still to be done about second checks. */
const TO_DO = ['missing', 'disagrees'] as const

/** The article's claims in the order of the text, filtered; each opens beside the text. */
export function ClaimList({
  desk,
  shown,
  filter,
  onFilter,
  current,
  onOpen,
  picked,
  children,
  above,
}: {
  desk: Desk
  shown: ClaimShown[]
  filter: Filter
  onFilter: (change: Partial<Filter>) => void
  current: number | null
  onOpen: (number: number) => void
  picked: Picked
  /** What stands above the claims: those that have no place in the text, and how many of them. */
  children?: ReactNode
  above: number
}) {
  const everything = [...desk.claims, ...desk.unplaced]
  const all = shown.length + above
  const reframed = desk.claims.filter(({ frameAspects }) => frameAspects).length
  const answered = answersByClaim(desk.talk.answered).size
  const live = everything.filter(({ status }) => status !== 'cut').length

  const words = useRef<HTMLInputElement>(null)
  const takeTyped = useEffectEvent(() => {
    const typed = words.current?.value ?? ''
    if (typed !== filter.words) onFilter({ words: typed })
  })
  // Whoever was quicker than the page's script has typed already.
  useEffect(() => takeTyped(), [])

  return (
    <div className="claim-list" data-choosing={picked.chosen.length > 0 || undefined}>
      <form
        className={desk.may.edit ? 'filters with-choice' : 'filters'}
        aria-label="Filter the claims"
        onSubmit={(event) => event.preventDefault()}
      >
        {desk.may.edit && <SelectAll picked={picked} of={shown.length} />}
        <h2>
          Claims <span className="quiet">{all === live ? live : `${all} of ${live}`}</span>
        </h2>
        <select
          aria-label="Status"
          value={filter.status}
          onChange={(event) => onFilter({ status: event.target.value })}
        >
          <option value="">All statuses</option>
          {countByStatus(everything).map(({ status, count }) => (
            <option key={status} value={status}>
              {VERIFICATION_STATUSES[status]} ({count})
            </option>
          ))}
          {(reframed > 0 || filter.status === FRAME) && (
            <option value={FRAME}>
              {OPEN_ITEMS.frame_changed} ({reframed})
            </option>
          )}
          {(answered > 0 || filter.status === ANSWERED) && (
            <option value={ANSWERED}>Query answered ({answered})</option>
          )}
          {TO_DO.map((second) => {
            const count = everything.filter((one) => one.second === second).length
            return (
              (count > 0 || filter.status === second) && (
                <option key={second} value={second}>
                  {SECOND_CHECK_STANDINGS[second]} ({count})
                </option>
              )
            )
          })}
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
          ref={words}
          id="filter-words"
          type="search"
          aria-label="Words to look for"
          placeholder="Filter"
          aria-keyshortcuts="/"
          value={filter.words}
          onChange={(event) => onFilter({ words: event.target.value })}
        />
      </form>
      {children}
      {shown.length > 0 ? (
        <ClaimRows desk={desk} shown={shown} current={current} onOpen={onOpen} picked={picked} />
      ) : (
        <p className="quiet none">
          {live === above
            ? desk.may.mark
              ? 'No claims yet. Select words in the text and make them a claim.'
              : 'No claims yet.'
            : 'No claim fits this filter.'}
        </p>
      )}
      {desk.may.edit && <BulkActions desk={desk} picked={picked} of={shown.length} />}
    </div>
  )
}
