import Link from 'next/link'
import type { LoggedEvent } from '@/lib/db/audit'

/** How many lines of the log stand on one page. */
export const ON_A_PAGE = 100

/** The number before which a page of the log ends, as its address has it. */
export function beforeIn(value: string | string[] | undefined): number | undefined {
  const seq = Number(value)
  return Number.isSafeInteger(seq) && seq > 0 && seq < 2 ** 31 ? seq : undefined
}

/** The ways to the newest lines, and to older ones while there may be any. */
export function OlderLinks({
  path,
  events,
  before,
}: {
  path: string
  events: LoggedEvent[]
  before: number | undefined
}) {
  const last = events.at(-1)
  const more = last && events.length === ON_A_PAGE && last.seq > 1
  if (!more && before === undefined) return null
  return (
    <nav className="actions older" aria-label="Pages of the log">
      {before !== undefined && (
        <Link className="button" href={path}>
          Newest
        </Link>
      )}
      {more && (
        <Link className="button" href={`${path}?before=${last.seq}`}>
          Older
        </Link>
      )}
    </nav>
  )
}
