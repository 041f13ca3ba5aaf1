import { type RefObject, useEffect, useState } from 'react'

/** The height of a row of the list, in CSS pixels; the style sheet sets the same. */
export const ROW = 32

/** Rows that are drawn beyond the ones in view, so that scrolling shows no gap. */
const BEYOND = 12

/** Rows that are drawn before the list's height is known, as on the server. */
const AT_FIRST = 40

/** Which rows of a long list are in view, or nearly: only these are drawn. */
export function useVirtualRows(
  scroller: RefObject<HTMLElement | null>,
  count: number,
): { from: number; to: number } {
  const [view, setView] = useState({ from: 0, to: AT_FIRST })

  useEffect(() => {
    const element = scroller.current
    if (!element) return
    const look = () => {
      const from = Math.max(0, Math.floor(element.scrollTop / ROW) - BEYOND)
      const to = Math.ceil((element.scrollTop + element.clientHeight) / ROW) + BEYOND
      setView((before) => (before.from === from && before.to === to ? before : { from, to }))
    }
    const sizes = new ResizeObserver(look)
    sizes.observe(element)
    element.addEventListener('scroll', look, { passive: true })
    return () => {
      sizes.disconnect()
      element.removeEventListener('scroll', look)
    }
  }, [scroller])

  return { from: Math.min(view.from, count), to: Math.min(view.to, count) }
}
