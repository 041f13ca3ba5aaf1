import { type CSSProperties, type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import { flushSync } from 'react-dom'
import { PANEL_COOKIE, type PanelKept, writePanel } from './panel-cookie'

/**
 * How the panel stands beside the text: its width and whether it is put away, remembered in a cookie,
 * so that the server draws it so at once. What is opened in it opens it. On a phone the panel is a
 * sheet over the text, and what is put away is the list in it.
 */
export function usePanel(
  panel: RefObject<HTMLElement | null>,
  kept: PanelKept,
  /** What is open in the panel, by any name; null for the list alone. */
  open: string | number | null,
  close: () => void,
) {
  const [closed, setClosed] = useState(kept.closed && open === null)
  const [listing, setListing] = useState(false)
  const latest = useRef(kept)

  useEffect(() => {
    if (open !== null) setClosed(false)
  }, [open])

  const keep = useCallback((change: Partial<PanelKept>) => {
    latest.current = { ...latest.current, ...change }
    const value = writePanel(latest.current)
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is not in every browser yet
    document.cookie = `${PANEL_COOKIE}=${value}; path=/; max-age=${YEAR}; samesite=lax`
  }, [])

  /** Shows the panel, or puts it away, and takes the focus along; on a phone, the list. */
  const toggle = useCallback(() => {
    const element = panel.current
    if (!element) return
    const isSheet = getComputedStyle(element).position === 'fixed'
    const next = isSheet ? open !== null || !listing : closed
    if (isSheet) {
      if (open !== null) close()
      setListing(next)
    } else {
      setClosed(!next)
      keep({ closed: !next })
    }
    requestAnimationFrame(() => (next ? element.focus({ preventScroll: true }) : focusOpener()))
  }, [panel, open, close, listing, closed, keep])

  /** Shows the panel at once, so that what is in it can be focused. */
  const show = useCallback(() => flushSync(() => setClosed(false)), [])

  /** Puts away a list that lies over the text, and says whether there was one. */
  const unlist = useCallback(() => {
    setListing(false)
    if (listing) focusOpener()
    return listing
  }, [listing])

  /** Remembers another width, in CSS pixels; null for the usual one. */
  const keepWidth = useCallback((width: number | null) => keep({ width }), [keep])

  // Only the width at first is drawn from here: while the edge is dragged, nothing is drawn anew.
  const [style] = useState<CSSProperties & { '--panel'?: string }>(
    kept.width === null ? {} : { '--panel': `${kept.width}px` },
  )
  return { closed, listing, toggle, show, unlist, keepWidth, style }
}

export type Panel = ReturnType<typeof usePanel>

const YEAR = 365 * 24 * 3600

/** The button that opens the panel or the list, whichever of the two this screen has. */
function focusOpener(): void {
  const buttons = [...document.querySelectorAll<HTMLElement>('.to-panel, .to-claims')]
  buttons.find((button) => button.checkVisibility())?.focus()
}
