'use client'

import { useRouter } from 'next/navigation'
import type { countChanges } from '@/lib/domain/text/diff/changes'
import type { ChangeFilter } from '@/lib/domain/text/diff/changes-by-block'
import { Link } from '../../ui/links/link'
import { SinceLinks } from '../since-links'

/** Which two texts are compared and how; all of it stands in the address. */
export function CompareBar({
  seenAs,
  from,
  to,
  numbers,
  newest,
  checked,
  filter,
  beside,
  counts,
}: {
  /** Under this name the browser remembers which revisions its reader looked at. */
  seenAs: string
  from: number
  to: number
  numbers: number[]
  newest: number
  /** The newest revision on which a verdict was given. */
  checked: number | null
  filter: ChangeFilter
  beside: boolean
  counts: ReturnType<typeof countChanges>
}) {
  const router = useRouter()
  const at = (change: Partial<{ from: number; to: number; show: string; beside: boolean }>) => {
    const next = { from, to, show: filter, beside, ...change }
    return `?from=${next.from}&to=${next.to}${shownAs(next)}`
  }
  const choice = (name: 'from' | 'to', label: string, value: number) => (
    <label>
      {label}{' '}
      <select
        value={value}
        onChange={({ target }) => router.push(at({ [name]: Number(target.value) }))}
      >
        {numbers.map((number) => (
          <option key={number} value={number}>
            Revision {number}
          </option>
        ))}
      </select>
    </label>
  )
  return (
    <nav className="compare-bar" aria-label="What is compared">
      {choice('from', 'From', from)}
      {choice('to', 'to', to)}
      <span className="choices-inline">
        {(['all', 'factual', 'typographic'] as const).map((show) => (
          <Link key={show} href={at({ show })} aria-current={filter === show ? 'true' : undefined}>
            {SHOWN[show]}
            {show !== 'all' &&
              ` (${show === 'factual' ? counts.factual + counts.moved : counts.typographic})`}
          </Link>
        ))}
      </span>
      <Link href={at({ beside: !beside })}>{beside ? 'In one column' : 'Side by side'}</Link>
      <SinceLinks
        {...{ seenAs, newest, checked }}
        looked={to}
        path=""
        more={shownAs({ show: filter, beside })}
      />
    </nav>
  )
}

const shownAs = ({ show, beside }: { show: string; beside: boolean }) =>
  `${show === 'all' ? '' : `&show=${show}`}${beside ? '&side=1' : ''}`

const SHOWN: Record<ChangeFilter, string> = {
  all: 'All changes',
  factual: 'Factual',
  typographic: 'Typographic only',
}
