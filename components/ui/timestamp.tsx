'use client'

import { useEffect, useState } from 'react'
import { hourInFull, momentInFull, momentWords } from '@/lib/domain/times/moments'

/** A moment as people say it on the reader’s own calendar ("tomorrow 09:00"), with the full time at hand. */
export function Timestamp({
  at,
  full = false,
  clock = false,
}: {
  at: string
  full?: boolean
  /** Only the hour and minute, under a heading that names the day. */
  clock?: boolean
}) {
  const [now, setNow] = useState<number | null>(null)

  useEffect(() => {
    setNow(Date.now())
    const timer = setInterval(() => setNow(Date.now()), 60_000)
    return () => clearInterval(timer)
  }, [])

  const date = new Date(at)
  // The server does not know the reader's zone, so it prints UTC and says so.
  const zone = now === null ? 'UTC' : undefined
  const printed = (time: string) => (zone ? `${time} ${zone}` : time)
  const inFull = printed(momentInFull(date, zone))
  const isInFull = full || clock || now === null
  return (
    <time dateTime={at} title={inFull} className={isInFull ? undefined : 'ago'}>
      {clock
        ? printed(hourInFull(date, zone))
        : isInFull
          ? inFull
          : momentWords(date, new Date(now), zone)}
    </time>
  )
}
