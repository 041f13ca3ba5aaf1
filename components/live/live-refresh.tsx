'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useRef, useState } from 'react'
import { coalescedTask } from '../browser/coalesced-task'
import { LineNotice } from './connection-notice'
import { connect, type Line } from './event-source'

/** The first of many changes is shown at once, the others together after this long, in milliseconds. */
const PAUSE = 4_000

/** Asks for the page again when a colleague changes something in the newsroom, and says so when the server is not heard. */
export function LiveRefresh({
  newsroom,
  since,
}: {
  newsroom: string
  /** Where the newsroom’s log ended when this page was made. */
  since: number
}) {
  const router = useRouter()
  const [line, setLine] = useState<Line>('open')
  const seen = useRef(since)
  useEffect(() => {
    seen.current = since
  }, [since])

  useEffect(() => {
    const refreshing = coalescedTask(async () => {
      // A refresh that fails leaves the page, with what was being typed; so the server is asked first whether it answers.
      if (navigator.onLine && (await fetch('/up', { cache: 'no-store' })).ok) router.refresh()
    }, PAUSE)
    let missed = false
    const ask = () => {
      // Nobody looks: the page is asked for once, when somebody does.
      missed = document.hidden
      if (!missed) refreshing.ask()
    }
    const seenAgain = () => {
      if (missed && !document.hidden) ask()
    }
    document.addEventListener('visibilitychange', seenAgain)
    const close = connect(newsroom, null, {
      since: () => seen.current,
      onNews: ask,
      onLine: setLine,
    })
    return () => {
      document.removeEventListener('visibilitychange', seenAgain)
      close()
      refreshing.stop()
    }
  }, [newsroom, router])

  return <LineNotice line={line} />
}
