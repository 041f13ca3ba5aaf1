import { type RefObject, useEffect } from 'react'
import { chooseSpan } from '../../browser/dom-offsets'
import { cameBack } from '../../browser/navigation-type'

/** Chooses the words that the address names (`words=12-40`, in UTF-16 units), as a link to a place in the text does. */
export function useLinkedWords(text: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const asked = /^(\d{1,7})-(\d{1,7})$/.exec(
      new URLSearchParams(location.search).get('words') ?? '',
    )
    if (!asked || cameBack()) return
    const span = { start: Number(asked[1]), end: Number(asked[2]) }
    const frame = requestAnimationFrame(() => {
      const container = text.current
      if (!container || span.start >= span.end) return
      container.focus({ preventScroll: true })
      chooseSpan(container, span)
    })
    return () => cancelAnimationFrame(frame)
  }, [text])
}
