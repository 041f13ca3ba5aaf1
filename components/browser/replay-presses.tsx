'use client'

import { useEffect } from 'react'

declare global {
  interface Window {
    /** Stops noting, and gives what was noted in the order in which it was pressed. */
    takeEarlyPresses?: () => MouseEvent[]
  }
}

/** Does what was pressed before the page listened. Who presses the same thing twice because nothing happens wants it once. */
export function ReplayPresses() {
  useEffect(() => {
    const presses = window.takeEarlyPresses?.() ?? []
    // Not within the effect: React wakes the part that is pressed at once only when it does nothing else.
    setTimeout(() => replay(presses))
  }, [])
  return null
}

function replay(presses: readonly MouseEvent[]): void {
  const done = new Set<EventTarget>()
  for (const { target, clientX, clientY, detail } of presses) {
    if (!(target instanceof Element) || !target.isConnected || done.has(target)) continue
    done.add(target)
    const at = { clientX, clientY, detail, view: window, bubbles: true, cancelable: true }
    target.dispatchEvent(new MouseEvent('click', at))
  }
}
