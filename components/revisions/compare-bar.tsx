'use client'

import Link from 'next/link'
import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import type { ChangeFilter } from '@/lib/domain/changed-blocks'
import type { countChanges } from '@/lib/domain/text-changes'

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
  /** Under this name the browser remembers which revision its reader saw last. */
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
  const seen = useSeen(seenAs, to)
  const at = (change: Partial<{ from: number; to: number; show: string; beside: boolean }>) => {
    const next = { from, to, show: filter, beside, ...change }
    const show = next.show === 'all' ? '' : `&show=${next.show}`
    return `?from=${next.from}&to=${next.to}${show}${next.beside ? '&side=1' : ''}`
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
  const since = (number: number | null, label: string) =>
    number !== null &&
    number !== newest && <Link href={at({ from: number, to: newest })}>{label}</Link>

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
      {since(seen, 'Since you last looked')}
      {since(checked, 'Since last checked')}
    </nav>
  )
}

const SHOWN: Record<ChangeFilter, string> = {
  all: 'All changes',
  factual: 'Factual',
  typographic: 'Typographic only',
}

/** The revision that this person saw last in this browser, before this one. */
function useSeen(name: string, to: number): number | null {
  const [seen, setSeen] = useState<number | null>(null)
  useEffect(() => {
    try {
      const before = Number(localStorage.getItem(name)) || null
      setSeen(before)
      if (before === null || to > before) localStorage.setItem(name, String(to))
    } catch {
      // Storage is forbidden; then nobody knows what was seen.
    }
  }, [name, to])
  return seen
}
