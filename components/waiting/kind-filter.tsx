import { counted } from '@/lib/domain/counting'
import { keysOf } from '@/lib/domain/vocabulary'
import { WAITING_KINDS, type WaitingKind } from '@/lib/domain/waiting/kinds'
import { Link } from '../ui/links/link'

/** The kinds of things that wait, each with how many there are, as ways to see only those. */
export function KindFilter({
  path,
  counts,
  all,
  only,
}: {
  path: string
  counts: ReadonlyMap<WaitingKind, number>
  all: number
  only: WaitingKind | undefined
}) {
  const kinds = keysOf(WAITING_KINDS).filter((kind) => counts.has(kind) || kind === only)
  if (kinds.length < 2 && !only) return null
  return (
    <nav className="waiting-kinds" aria-label="Kinds">
      <ul className="bare">
        <li>
          <Link href={path} aria-current={only ? undefined : 'true'}>
            All <span className="quiet">{counted(all)}</span>
          </Link>
        </li>
        {kinds.map((kind) => (
          <li key={kind}>
            <Link href={`${path}?only=${kind}`} aria-current={kind === only ? 'true' : undefined}>
              {WAITING_KINDS[kind]} <span className="quiet">{counted(counts.get(kind) ?? 0)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
