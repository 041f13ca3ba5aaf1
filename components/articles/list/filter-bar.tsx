import {
  type ArticleFilter,
  addressOf,
  DEADLINES,
  type DeadlineChoice,
  isNarrowed,
  NO_FILTER,
  SORTS,
  withState,
} from '@/lib/domain/articles/list-filter'
import { isDay } from '@/lib/domain/times/days'
import { dayInFull } from '@/lib/domain/times/moments'
import { ARTICLE_STATES, keysOf } from '@/lib/domain/vocabulary'
import { Link } from '../../ui/links/link'
import { LinkSelect } from './link-select'
import { listAddress } from './list-address'

/** Which articles are shown and in which order: links and a form that need no script, each with its own address. */
export function FilterBar({
  path,
  filter,
  people,
  also,
}: {
  path: string
  filter: ArticleFilter
  /** Those who can be asked for, by name. */
  people: readonly { userId: string; name: string }[]
  /** What else the address says and goes on saying. */
  also?: string
}) {
  const to = (change: Partial<ArticleFilter>) => listAddress(path, { ...filter, ...change }, also)
  const toDeadline = (deadline: DeadlineChoice) =>
    to({ deadline: filter.deadline === deadline ? null : deadline })
  const isByDay = filter.deadline !== null && isDay(filter.deadline)
  return (
    <nav className="list-filter" aria-label="Filter">
      <Chips label="State">
        {keysOf(ARTICLE_STATES).map((state) => (
          <Chip
            key={state}
            href={to(withState(filter, state))}
            isOn={filter.states.includes(state)}
            label={ARTICLE_STATES[state]}
          />
        ))}
      </Chips>
      <Chips label="Deadline">
        {keysOf(DEADLINES).map((deadline) => (
          <Chip
            key={deadline}
            href={toDeadline(deadline)}
            isOn={filter.deadline === deadline}
            label={DEADLINES[deadline]}
          />
        ))}
        {isByDay && filter.deadline && (
          <Chip
            href={toDeadline(filter.deadline)}
            isOn
            label={dayInFull(new Date(filter.deadline), 'UTC')}
          />
        )}
      </Chips>
      <Chips label="Whose">
        <Chip href={to({ mine: !filter.mine })} isOn={filter.mine} label="Mine" />
      </Chips>
      <form method="get" className="list-selects">
        {Object.entries(addressOf({ ...filter, person: null, sort: 'mine', isGrouped: false })).map(
          ([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ),
        )}
        <LinkSelect
          name="person"
          label="Person"
          isLabelShown={false}
          value={filter.person ?? ''}
          options={[{ userId: '', name: 'Anybody' }, ...people].map(({ userId, name }) => ({
            ...{ value: userId, label: name },
            href: to({ person: userId || null }),
          }))}
        />
        {filter.view === 'list' && (
          <LinkSelect
            name="sort"
            label="Sort"
            value={filter.sort}
            options={keysOf(SORTS).map((sort) => ({
              ...{ value: sort, label: SORTS[sort] },
              href: to({ sort, isGrouped: false }),
            }))}
          />
        )}
        <noscript>
          <button type="submit" className="button small">
            Apply
          </button>
        </noscript>
      </form>
      {filter.view === 'list' && (
        <Chips label="Headings">
          <Chip
            href={to({ isGrouped: !filter.isGrouped, sort: 'deadline' })}
            isOn={filter.isGrouped}
            label="Group by deadline"
          />
        </Chips>
      )}
      {isNarrowed(filter) && (
        <Link
          className="clear-filter"
          href={to({ ...NO_FILTER, view: filter.view, archived: filter.archived })}
        >
          Clear
        </Link>
      )}
    </nav>
  )
}

function Chips({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <ul className="bare filter-chips" aria-label={label}>
      {children}
    </ul>
  )
}

function Chip({ href, isOn, label }: { href: string; isOn: boolean; label: string }) {
  return (
    <li>
      <Link href={href} aria-current={isOn || undefined} scroll={false}>
        {label}
        {isOn && <span className="visually-hidden">, chosen</span>}
      </Link>
    </li>
  )
}
