import type { ReactNode } from 'react'
import { Link } from '../ui/links/link'

/** The frame of pages for somebody who is not inside yet. */
export function CenteredPage({ children }: { children: ReactNode }) {
  return (
    <main className="one-column">
      <Link className="wordmark" href="/" aria-label="Stet">
        stet
      </Link>
      {children}
    </main>
  )
}
