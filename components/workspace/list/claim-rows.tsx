'use client'

import { memo, useLayoutEffect, useRef } from 'react'
import type { ClaimShown, Desk } from '@/lib/db/workspace/find-desk'
import { VERIFICATION_STATUSES, verificationStatus } from '@/lib/domain/claims/status'
import { claimNumber } from '@/lib/domain/vocabulary'
import { type Answered, AnsweredMark, answersByClaim } from '../../discussion/answered-mark'
import { EscapedText } from '../../ui/escaped-text'
import { Glyph } from '../../ui/status-icon'
import { HereMarks } from '../bar/presence'
import { FrameMark, SecondMark } from '../claim/claim-marks'
import type { Picked } from './use-multi-select'
import { useStillRows } from './use-still-rows'
import { ROW, useVirtualRows } from './use-virtual-rows'

/** Only the rows in view are drawn; the others are room above and below them. */
export function ClaimRows({
  desk,
  shown,
  current,
  onOpen,
  picked,
}: {
  desk: Desk
  shown: ClaimShown[]
  current: number | null
  onOpen: (number: number) => void
  picked: Picked
}) {
  const scroller = useRef<HTMLDivElement>(null)
  const { from, to } = useVirtualRows(scroller, shown.length)
  const answers = answersByClaim(desk.talk.answered)
  const at = shown.findIndex(({ number }) => number === current)

  useStillRows(scroller, shown)
  const revealed = useRef<number | null>(null)
  useLayoutEffect(() => {
    const element = scroller.current
    if (at === -1) revealed.current = null
    if (!element || at === -1 || revealed.current === current) return
    revealed.current = current
    const top = at * ROW
    const above = top < element.scrollTop
    if (above) element.scrollTop = top
    else if (top + ROW > element.scrollTop + element.clientHeight) {
      element.scrollTop = top + 2 * ROW - element.clientHeight
    }
  }, [at, current])

  return (
    <div ref={scroller} className="rows">
      <ol
        className="bare"
        style={{ paddingBlock: `${from * ROW}px ${(shown.length - to) * ROW}px` }}
      >
        {shown.slice(from, to).map((claim, index) => (
          <ClaimRow
            key={claim.id}
            claim={claim}
            place={from + index + 1}
            of={shown.length}
            words={desk.revision.text.slice(claim.start, Math.min(claim.end, claim.start + 160))}
            assignee={claim.assigneeId ? desk.names[claim.assigneeId] : undefined}
            current={claim.number === current}
            onOpen={onOpen}
            chosen={picked.ids.has(claim.id)}
            answer={answers.get(claim.number)}
            onChoose={desk.may.edit ? picked.choose : undefined}
          />
        ))}
      </ol>
    </div>
  )
}

const ClaimRow = memo(function ClaimRow({
  claim,
  place,
  of,
  words,
  assignee,
  current,
  onOpen,
  chosen,
  answer,
  onChoose,
}: {
  claim: ClaimShown
  place: number
  of: number
  words: string
  assignee: string | undefined
  current: boolean
  onOpen: (number: number) => void
  chosen: boolean
  /** How an answered query about it concerns this person; missing where there is none. */
  answer: Answered | undefined
  /** Missing where nothing can be done with claims. */
  onChoose: Picked['choose'] | undefined
}) {
  const status = verificationStatus(claim)
  return (
    <li aria-posinset={place} aria-setsize={of} data-chosen={chosen || undefined}>
      {onChoose && (
        <label className="choose">
          <input
            type="checkbox"
            aria-label={`Choose ${claimNumber(claim.number)}`}
            checked={chosen}
            onChange={({ nativeEvent }) =>
              onChoose(claim.id, nativeEvent instanceof MouseEvent && nativeEvent.shiftKey)
            }
          />
        </label>
      )}
      <a
        id={`claim-${claim.number}`}
        href={`?claim=${claim.number}`}
        aria-current={current ? 'true' : undefined}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey || (event.shiftKey && !onChoose)) return
          event.preventDefault()
          if (event.shiftKey) onChoose?.(claim.id, true)
          else onOpen(claim.number)
        }}
      >
        <span className="number mono">{claimNumber(claim.number)}</span>
        <Glyph status={status} />
        <span className="words">
          <span className="visually-hidden">{VERIFICATION_STATUSES[status]}: </span>
          <bdi>
            <EscapedText>{words}</EscapedText>
          </bdi>
        </span>
        <FrameMark claim={claim} />
        {claim.second && <SecondMark second={claim.second} />}
        {answer && <AnsweredMark answer={answer} short />}
        <HereMarks claim={claim.number} />
        {assignee && (
          <span className="quiet small" title={`Assigned to ${assignee}`}>
            {assignee.split(' ')[0]}
          </span>
        )}
      </a>
    </li>
  )
})
