import { type ArticleFilter, VIEWS } from '@/lib/domain/articles/list-filter'
import { keysOf } from '@/lib/domain/vocabulary'
import { Link } from '../../ui/links/link'
import { listAddress } from './list-address'

/** The same articles as a list, a board or a calendar. */
export function ViewSwitch({ path, filter }: { path: string; filter: ArticleFilter }) {
  return (
    <nav aria-label="Layout">
      <ul className="bare filter-chips view-switch">
        {keysOf(VIEWS).map((view) => (
          <li key={view}>
            <Link
              href={listAddress(path, { ...filter, view })}
              aria-current={filter.view === view ? 'page' : undefined}
            >
              {VIEWS[view]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  )
}
