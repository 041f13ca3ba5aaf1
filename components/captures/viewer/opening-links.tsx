import type { CapturePart } from '@/lib/domain/captures/capture'
import type { Opening } from '@/lib/domain/captures/view'
import { Link } from '../../ui/links/link'

/** The ways to open a capture, where there are several. */
export function OpeningLinks({
  openings,
  opened,
  path,
  kept,
}: {
  openings: readonly Opening<CapturePart>[]
  opened: Opening<CapturePart> | null
  path: string
  /** What else the address says. */
  kept: Record<string, string>
}) {
  if (openings.length < 2) return null
  const also = Object.entries(kept).filter(([, value]) => value !== '')
  return (
    <nav className="openings" aria-label="Ways to open it">
      {openings.map(({ part, label }) => (
        <Link
          key={part.role}
          href={`${path}?${new URLSearchParams([['part', part.role], ...also])}`}
          aria-current={part.role === opened?.part.role ? 'page' : undefined}
          className="button small"
        >
          {label}
        </Link>
      ))}
    </nav>
  )
}
