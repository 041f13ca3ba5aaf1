import { type RefObject, useEffect } from 'react'
import type { Span } from '@/lib/domain/text'
import { rangeOf } from './text-positions'
import type { ClaimShown } from './types'

/**
 * Shows the open claim, or the words that are being made one, in the text, and scrolls there.
 *
 * Done with the CSS Custom Highlight API: it changes no element, so nothing is drawn anew.
 */
export function useCurrentMark(
  text: RefObject<HTMLElement | null>,
  claim: ClaimShown | null,
  marking: Span | null,
): void {
  const start = marking?.start ?? claim?.start
  const end = marking?.end ?? claim?.end
  const number = claim?.number

  useEffect(() => {
    const range =
      text.current && start !== undefined && end !== undefined
        ? rangeOf(text.current, { start, end })
        : null
    if (!range) {
      CSS.highlights?.delete('current')
      return
    }
    CSS.highlights?.set('current', new Highlight(range))
    reveal(range)
    return () => {
      CSS.highlights?.delete('current')
    }
  }, [text, start, end])

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
  const view = scroller.getBoundingClientRect()
  if (box.top >= view.top + 24 && box.bottom <= view.bottom - 24) return
  scroller.scrollBy({ top: box.top - view.top - view.height / 3, behavior: 'instant' })
}
