'use client'

import { createContext, type ReactNode, useMemo } from 'react'

/** What a page adds to whatever is sent from it. */
export interface Page {
  /** Whose page it is, by their user id; null where nobody is logged in. What is sent is sent as theirs. */
  owner: string | null
  /**
   * Only of a page that brings itself up to date. A page whose address changes without the server has
   * to: made anew under an address that it was not made for, the router would remember it as a page
   * without content, and Back would lead nowhere.
   */
  follow?: {
    /** Something is on its way; the answer is told by calling what comes back, with the reason if it was refused. */
    sending: () => (refused: string | null) => void
    /** Resolves once the page can show what was changed. */
    catchUp: () => Promise<void>
  }
}

export const PageContext = createContext<Page>({ owner: null })

/** Says whose page this is. */
export function PageOf({ userId, children }: { userId: string; children: ReactNode }) {
  const page = useMemo(() => ({ owner: userId }), [userId])
  return <PageContext value={page}>{children}</PageContext>
}
