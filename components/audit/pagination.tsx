import type { LoggedEvent } from '@/lib/db/audit/log-events'
import { Link } from '../ui/links/link'

/** How many lines of the log stand on one page. */
export const ON_A_PAGE = 100

/**
 * Which lines of the log an address shows: those before a number, or those up to an entry, which is
 * then the one that a link led to.
 */
export function placeIn({ before, entry }: Record<string, string | string[] | undefined>): {
  before: number | undefined
  entry: number | undefined
} {
  const seq = seqIn(entry)
  return { before: seq === undefined ? seqIn(before) : seq + 1, entry: seq }
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

function seqIn(value: string | string[] | undefined): number | undefined {
  const seq = Number(value)
  return Number.isSafeInteger(seq) && seq > 0 && seq < 2 ** 31 - 1 ? seq : undefined
}
