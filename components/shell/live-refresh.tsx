'use client'

import { useRouter } from 'next/navigation'
import { useEffect } from 'react'

/** Asks for the page again when a colleague changes something in the newsroom, or in the one article that is open. */
export function LiveRefresh({ newsroom, article }: { newsroom: string; article?: string }) {
  const router = useRouter()

  useEffect(() => {
    const about = article ? `?article=${encodeURIComponent(article)}` : ''
    const changes = new EventSource(`/${newsroom}/live${about}`)
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
