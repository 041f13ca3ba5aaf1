import { type RefObject, useCallback, useEffect, useRef } from 'react'

/**
 * Puts the focus back once what was open in the panel is closed: to the claim's line in the list, or
 * where that is not drawn, to its number in the text. Answers with what is to be called on closing.
 */
export function useReturnFocus(
  text: RefObject<HTMLElement | null>,
  open: string | number | null,
): (number: number | null) => void {
  const leaving = useRef<{ number: number | null } | null>(null)

  useEffect(() => {
    if (open !== null || !leaving.current) return
    const { number } = leaving.current
    leaving.current = null
    const row = document.getElementById(`claim-${number}`)
    const inText = text.current?.querySelector<HTMLElement>(`[data-claim="${number}"]`)
    const place = row?.checkVisibility() ? row : (inText ?? text.current)
    place?.focus({ preventScroll: place !== row })
  }, [text, open])

  return useCallback((number) => {
    leaving.current = { number }
  }, [])
}
