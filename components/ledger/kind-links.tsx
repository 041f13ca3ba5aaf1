import { FACT_FILTERS, type FactFilter } from '@/lib/domain/ledger/filter-facts'
import { keysOf } from '@/lib/domain/vocabulary'
import { Link } from '../ui/links/link'

/** The ways to the facts of one kind, to those that are stale, and to those that were retired. */
export function KindLinks({
  home,
  words,
  filter,
}: {
  home: string
  words: string
  filter: FactFilter | null
}) {
  const to = (kind: FactFilter | null) => {
    const said = new URLSearchParams({ ...(words && { q: words }), ...(kind && { kind }) })
    return said.size > 0 ? `${home}/ledger?${said}` : `${home}/ledger`
  }
  return (
    <nav className="fact-kinds" aria-label="Kinds of facts">
      <ul className="bare">
        {[null, ...keysOf(FACT_FILTERS)].map((kind) => (
          <li key={kind ?? 'all'}>
            <Link href={to(kind)} aria-current={kind === filter ? 'page' : undefined}>
              {kind ? FACT_FILTERS[kind] : 'All in use'}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
