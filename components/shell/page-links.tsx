import { unstorable } from '@/lib/domain/text/blocks'
import { Link } from '../ui/links/link'

/** The ways through a list that is shown a page at a time: back to its beginning, and on while there is more. */
export function PageLinks({
  path,
  kept = {},
  begun,
  next,
  label,
}: {
  path: string
  /** What else the address says, such as the words of a filter; empty ones are left out. */
  kept?: Record<string, string>
  /** Whether this page is not the first. */
  begun: boolean
  /** Where the next page begins; null on the last. */
  next: string | null
  label: string
}) {
  if (!begun && next === null) return null
  const to = (after: string) => {
    const said = Object.entries({ ...kept, after }).filter(([, value]) => value !== '')
    return said.length > 0 ? `${path}?${new URLSearchParams(said)}` : path
  }
  return (
    <nav className="actions older" aria-label={label}>
      {begun && (
        <Link className="button" href={to('')}>
          From the beginning
        </Link>
      )}
      {next !== null && (
        <Link className="button" href={to(next)}>
          More
        </Link>
      )}
    </nav>
  )
}

/** What an address says under a name; empty where it says nothing, says it more than once, or says what nothing can be called. */
export function said(value: string | string[] | undefined): string {
  return typeof value === 'string' && !unstorable(value) ? value : ''
}
