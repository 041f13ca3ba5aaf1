'use client'

import { type KeyboardEvent, useLayoutEffect, useRef } from 'react'
import type { ClaimShown } from '@/lib/db/workspace/find-desk'
import { VERIFICATION_STATUSES, verificationStatus } from '@/lib/domain/claims/status'
import type { Span } from '@/lib/domain/text/blocks'
import { claimNumber } from '@/lib/domain/vocabulary'
import { rangeOf } from '../../browser/dom-offsets'
import { EscapedText } from '../../ui/escaped-text'
import { Glyph } from '../../ui/status-icon'

/** Claims that lie at one place of the text, and where that is in the window. */
export interface OverlappingClaims {
  claims: ClaimShown[]
  at: Pick<DOMRect, 'left' | 'top' | 'bottom'>
  text: HTMLElement
}

/** A small menu at the words, where a person says which of several claims is meant; the one that is looked at is shown in the text. */
export function ClaimChooser({
  several: { claims, at, text },
  words,
  onOpen,
  onClose,
}: {
  several: OverlappingClaims
  words: (span: Span) => string
  onOpen: (number: number) => void
  onClose: () => void
}) {
  const menu = useRef<HTMLDivElement>(null)
  const [first] = claims

  useLayoutEffect(() => {
    const element = menu.current
    if (!element) return
    if (!element.matches(':popover-open')) element.showPopover()
    const { width, height } = element.getBoundingClientRect()
    const below = at.bottom + GAP + height <= innerHeight
    element.style.left = `${Math.max(GAP, Math.min(at.left, innerWidth - width - GAP))}px`
    element.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - height - GAP)}px`
    element.querySelector('button')?.focus()
    if (first) showMeant(text, first)
    return () => {
      CSS.highlights?.delete('meant')
    }
  }, [at, text, first])

  function press(event: KeyboardEvent) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === 'Escape' || event.key === 'Tab') {
      if (event.key === 'Escape') event.preventDefault()
      text.focus({ preventScroll: true })
      onClose()
      return
    }
    const items = [...event.currentTarget.querySelectorAll('button')]
    const from = items.findIndex((item) => item.matches(':focus'))
    const to = MOVES[event.key]?.(from, items.length)
    if (to !== undefined) items[to]?.focus()
    // A letter is no key of the page while the menu is open.
    if (to !== undefined || (event.key.length === 1 && event.key !== ' ')) event.preventDefault()
  }

  return (
    <div
      ref={menu}
      popover="auto"
      role="menu"
      tabIndex={-1}
      className="chooser"
      aria-label={`${claims.length} claims at these words`}
      onToggle={({ newState }) => newState === 'closed' && onClose()}
      onKeyDown={press}
    >
      {claims.map((claim) => {
        const status = verificationStatus(claim)
        return (
          <button
            key={claim.id}
            type="button"
            role="menuitem"
            tabIndex={-1}
            onClick={() => onOpen(claim.number)}
            onPointerMove={({ currentTarget }) => currentTarget.focus({ preventScroll: true })}
            onFocus={() => showMeant(text, claim)}
          >
            <span className="number mono">{claimNumber(claim.number)}</span>
            <Glyph status={status} />
            <span className="words">
              <span className="visually-hidden">{VERIFICATION_STATUSES[status]}: </span>
              <bdi>
                <EscapedText>{words(claim)}</EscapedText>
              </bdi>
            </span>
          </button>
        )
      })}
    </div>
  )
}

/** Room around the menu, in CSS pixels. */
const GAP = 6

type Move = (from: number, of: number) => number
const down: Move = (from, of) => (from + 1) % of
const up: Move = (from, of) => (from - 1 + of) % of
const MOVES: Record<string, Move> = {
  ArrowDown: down,
  j: down,
  ArrowUp: up,
  k: up,
  Home: () => 0,
  End: (_, of) => of - 1,
}

function showMeant(text: HTMLElement, claim: Span): void {
  const range = rangeOf(text, claim)
  if (range) CSS.highlights?.set('meant', new Highlight(range))
}
