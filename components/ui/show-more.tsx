'use client'

import type { ReactNode } from 'react'
import { useHydrated } from '../browser/use-hydrated'

/**
 * Lines of which the first are in sight and the rest fold out, so that what follows the list stays at hand; on paper all
 * are open. The rest is drawn when the page stands.
 */
export function ShowMore({ className, children }: { className: string; children: ReactNode[] }) {
  const shown = children.length > MOST ? FIRST : children.length
  const rest = children.slice(shown)
  const isWhole = useHydrated()
  return (
    <>
      <ul className={`bare ${className}`}>{children.slice(0, shown)}</ul>
      {rest.length > 0 && (
        <details className="rest">
          <summary className="small">and {rest.length.toLocaleString('en')} more</summary>
          {isWhole && <ul className={`bare ${className}`}>{rest}</ul>}
        </details>
      )}
    </>
  )
}

/** A list that is hardly longer than what would be shown of it is not folded. */
const MOST = 12
const FIRST = 8
