import { type RefObject, useLayoutEffect, useRef } from 'react'
import type { ClaimShown } from '@/lib/db/workspace/find-desk'
import { ROW } from './use-virtual-rows'

/** Keeps the rows in view where they are when rows come or go above them. */
export function useStillRows(scroller: RefObject<HTMLElement | null>, shown: ClaimShown[]): void {
  const before = useRef(shown)

  useLayoutEffect(() => {
    const element = scroller.current
    const rows = before.current
    before.current = shown
    if (!element || rows === shown) return
    const places = new Map(shown.map(({ id }, at) => [id, at]))
    const first = Math.floor(element.scrollTop / ROW)
    // Where the first row in view is gone, the next one that is still there.
    for (let at = first; at < rows.length; at++) {
      const place = places.get(rows[at]?.id ?? '')
      if (place === undefined) continue
      element.scrollTop += (place - at) * ROW
      return
    }
  }, [scroller, shown])
}
