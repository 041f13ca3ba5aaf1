import { useDeferredValue, useSyncExternalStore } from 'react'

/**
 * False while a page is drawn on the server and wakes up in the browser; then true, drawn in pieces between
 * which keys and clicks are heard. On a page that was made in the browser it is true from the beginning.
 */
export function useHydrated(): boolean {
  return useDeferredValue(
    useSyncExternalStore(
      never,
      () => true,
      () => false,
    ),
  )
}

const never = () => () => {}
