import { type RefObject, useEffect } from 'react'
import type { Span } from '@/lib/domain/text'
import { rangeOf } from './text-positions'
import type { ClaimShown } from './types'

/**
 * Shows the open claim, or the words that are being made one, in the text, and scrolls there.
 *
 * On a page whose place was given back, the first claim is not scrolled to. Done with the CSS Custom Highlight API: it changes no element, so nothing is drawn anew.
 */
export function useCurrentMark(
  text: RefObject<HTMLElement | null>,
  claim: ClaimShown | null,
  marking: Span | null,
  isGivenBack: () => boolean,
): void {
  const start = marking?.start ?? claim?.start
  const end = marking?.end ?? claim?.end
  const number = claim?.number

  useEffect(() => {
    const givenBack = isGivenBack()
    const range =
      text.current && start !== undefined && end !== undefined
        ? rangeOf(text.current, { start, end })
        : null
    if (!range) {
      CSS.highlights?.delete('current')
      return
    }
    CSS.highlights?.set('current', new Highlight(range))
    if (!givenBack) reveal(range)
    return () => {
      CSS.highlights?.delete('current')
    }
  }, [text, start, end, isGivenBack])

  useEffect(() => {
    const link = number && text.current?.querySelector(`[data-claim="${number}"]`)
    if (!link) return
    link.setAttribute('aria-current', 'true')
    return () => link.removeAttribute('aria-current')
  }, [text, number])
}

/** Scrolls only when the words are not comfortably in view, so that reading is not disturbed. */
function reveal(range: Range): void {
  const box = range.getBoundingClientRect()
  const element = range.startContainer.parentElement
  const scroller = element?.closest('.text-side')
  if (!element || !scroller) return
  const { top, bottom } = scroller.getBoundingClientRect()
  const height = Math.min(bottom, topOfSheet()) - top
  if (box.top >= top + 24 && box.bottom <= top + height - 24) return
  scroller.scrollBy({ top: box.top - top - height / 3, behavior: 'instant' })
}

/** On a phone the claim is a sheet over the text; elsewhere the panel covers nothing. */
function topOfSheet(): number {
  const panel = document.getElementById('claims')
  if (!panel || getComputedStyle(panel).position !== 'fixed') return Number.POSITIVE_INFINITY
  return panel.getBoundingClientRect().top
}
