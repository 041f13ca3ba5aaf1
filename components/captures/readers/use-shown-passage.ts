import { type RefObject, useEffect } from 'react'

/** Brings the passage into sight when the page opens, and the keyboard to what it stands in. */
export function useShownPassage(reader: RefObject<HTMLElement | null>, isThere: boolean): void {
  useEffect(() => {
    if (!isThere) return
    reader.current?.focus({ preventScroll: true })
    let frames = 8
    let waiting = 0
    // What is far out of sight takes its true height only when it comes near: so it is looked again for some frames.
    const show = () => {
      reader.current?.querySelector('.passage')?.scrollIntoView({ block: 'center' })
      if (--frames > 0) waiting = requestAnimationFrame(show)
    }
    show()
    return () => cancelAnimationFrame(waiting)
  }, [reader, isThere])
}
