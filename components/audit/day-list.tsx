'use client'

import { type ReactNode, useEffect, useState } from 'react'
import { dayInFull } from '@/lib/domain/times/moments'
import { ScrollTo } from '../ui/scroll-to'

interface Line {
  seq: number
  /** ISO 8601. */
  at: string
  line: ReactNode
}

/**
 * Lines under the day they belong to on the reader's own calendar; until the script runs, in UTC.
 * Goes to the target, if there is one.
 */
export function DayList({ lines, target }: { lines: Line[]; target?: number | undefined }) {
  const [zone, setZone] = useState<string | undefined>('UTC')

  useEffect(() => setZone(undefined), [])

  return (
    <>
      {Object.entries(byDay(lines, zone)).map(([day, some]) => (
        <section key={day} className="day">
          <h2>{day}</h2>
          <ol className="bare log">
            {some.map(({ seq, line }) => (
              <li
                key={seq}
                id={idOfLine(seq)}
                tabIndex={-1}
                className={seq === target ? 'target' : undefined}
              >
                {line}
              </li>
            ))}
          </ol>
        </section>
      ))}
      {/* A line that comes under another day is drawn anew, and would lose the focus. */}
      {target !== undefined && zone !== 'UTC' && <ScrollTo id={idOfLine(target)} />}
    </>
  )
}

function byDay(lines: Line[], timeZone: string | undefined): Record<string, Line[]> {
  const days: Record<string, Line[]> = {}
  for (const line of lines) {
    const day = dayInFull(new Date(line.at), timeZone)
    days[day] = [...(days[day] ?? []), line]
  }
  return days
}

const idOfLine = (seq: number) => `entry-${seq}`
