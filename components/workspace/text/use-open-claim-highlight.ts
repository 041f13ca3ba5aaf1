import { type RefObject, useEffect } from 'react'
import type { ClaimShown } from '@/lib/db/workspace/find-desk'
import type { Span } from '@/lib/domain/text/blocks'
import { rangeOf } from '../../browser/dom-offsets'

/**
 * Shows the open claim, or the words that are being made one, in the text, and scrolls there.
 *
 * On a page whose place was given back, the first claim is not scrolled to. Done with the CSS Custom
 * Highlight API: it changes no element, so nothing is drawn anew.
 */
export function useOpenClaimHighlight(
  text: RefObject<HTMLElement | null>,
  claim: ClaimShown | null,
  marking: Span | null,
  isGivenBack: () => boolean,
  claims: unknown,
): void {
  const start = marking?.start ?? claim?.start
  const end = marking?.end ?? claim?.end
  const number = claim?.number

  useEffect(() => {
    const givenBack = isGivenBack()
    const range = paint(text.current, start, end)
    const leave = range && !givenBack ? stayAt(range) : undefined
    return () => {
      leave?.()
      CSS.highlights?.delete('current')
    }
  }, [text, start, end, isGivenBack])

  // Where claims come and go in the text, the words stand in other nodes; nobody asked to be taken there.
  // biome-ignore lint/correctness/useExhaustiveDependencies: other claims are other marks in the text
  useEffect(() => {
    paint(text.current, start, end)
  }, [text, start, end, claims])

  // biome-ignore lint/correctness/useExhaustiveDependencies: a claim's number may come to the text later than the claim is opened
  useEffect(() => {
    const link = number && text.current?.querySelector(`[data-claim="${number}"]`)
    if (!link) return
    link.setAttribute('aria-current', 'true')
    return () => link.removeAttribute('aria-current')
  }, [text, number, claims])
}

function paint(text: HTMLElement | null, start?: number, end?: number): Range | null {
  const known = text && start !== undefined && end !== undefined
  const range = known ? rangeOf(text, { start, end }) : null
  if (range) CSS.highlights?.set('current', new Highlight(range))
  else CSS.highlights?.delete('current')
  return range
}

/** Parts of the text that come in sight take their true height only then: so it is looked again until the words stay. */
function stayAt(range: Range): () => void {
  let left = FRAMES
  let frame = 0
  const look = () => {
    const moved = reveal(range)
    if (left-- > 0 && (moved || left < FRAMES - 1)) frame = requestAnimationFrame(look)
  }
  look()
  return () => cancelAnimationFrame(frame)
}

const FRAMES = 5

/** Scrolls only when the words are not comfortably in view, so that reading is not disturbed; says whether it had to. */
function reveal(range: Range): boolean {
  const box = range.getBoundingClientRect()
  const element = range.startContainer.parentElement
  const scroller = element?.closest('.text-side')
  if (!element || !scroller) return false
  const { top, bottom } = scroller.getBoundingClientRect()
  const height = Math.min(bottom, topOfSheet()) - top
  if (box.top >= top + 24 && box.bottom <= top + height - 24) return false
  scroller.scrollBy({ top: box.top - top - height / 3, behavior: 'instant' })
  return true
}

/** On a phone the claim is a sheet over the text; elsewhere the panel covers nothing. */
function topOfSheet(): number {
  const panel = document.getElementById('claims')
  if (!panel || getComputedStyle(panel).position !== 'fixed') return Number.POSITIVE_INFINITY
  return panel.getBoundingClientRect().top
}
