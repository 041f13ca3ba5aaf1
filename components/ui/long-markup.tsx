'use client'

import { useEffect } from 'react'
import { useHydrated } from '../browser/use-hydrated'

/**
 * A long document that was made as markup: its first screens come drawn, the rest is drawn when the page stands, so that
 * it is sent once and not twice.
 */
export function LongMarkup({ start, end, rest }: { start: string; end: string; rest: string }) {
  const isWhole = useHydrated()
  useEffect(() => {
    // What the address leads to may have come only now.
    if (isWhole && location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView()
  }, [isWhole])
  return <div dangerouslySetInnerHTML={{ __html: isWhole ? start + rest : start + end }} />
}
