'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** Asks for the page again when a colleague changes something in the newsroom, or in the one article that is open. */
export function LiveRefresh({
  newsroom,
  article,
  since,
}: {
  newsroom: string
  article?: string
  /** Where the newsroom's log ended when this page was made. */
  since: number
}) {
  const router = useRouter()
  // Only the first page says it: what comes later is told by the stream.
  const seen = useRef(since)

  useEffect(() => {
    const about = new URLSearchParams({ since: String(seen.current), ...(article && { article }) })
    const changes = new EventSource(`/${newsroom}/live?${about}`)
    let broken = false
    changes.onmessage = () => router.refresh()
    changes.onerror = () => {
      broken = true
      // A stream that was refused, not cut off: whoever is here may not be allowed to stay.
      if (changes.readyState === EventSource.CLOSED) router.refresh()
    }
    changes.onopen = () => {
      if (broken) router.refresh()
      broken = false
    }
    return () => changes.close()
  }, [newsroom, article, router])

  return null
}
