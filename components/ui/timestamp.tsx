'use client'

import { useEffect, useState } from 'react'

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_557_600],
  ['month', 2_629_800],
  ['week', 604_800],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
]

/** A moment as people say it ("3 hours ago"), with the full time in the reader's own zone at hand. */
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
  const inFull = now === null ? utc(date) : local(date)
  const short = clock ? inFull.split(', ').at(-1) : inFull
  const isInFull = full || clock || now === null
  return (
    <time dateTime={at} title={inFull} className={isInFull ? undefined : 'ago'}>
      {isInFull ? short : relative((date.getTime() - now) / 1000)}
    </time>
  )
}

function relative(seconds: number): string {
  const words = new Intl.RelativeTimeFormat('en', { numeric: 'auto' })
  for (const [unit, length] of UNITS) {
    if (Math.abs(seconds) >= length) return words.format(Math.trunc(seconds / length), unit)
  }
  return seconds > 0 ? 'in a moment' : 'just now'
}

const local = (date: Date) =>
  date.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

const utc = (date: Date) =>
  `${date.toLocaleString('en-GB', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' })} UTC`
