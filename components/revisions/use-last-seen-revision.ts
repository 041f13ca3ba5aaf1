import { useEffect, useState } from 'react'

/** The newest revision that somebody looked at in this browser, and the one before that. */
interface Seen {
  last: number
  before: number | null
}

/**
 * The number of the revision that this person looked at last before the newest one; null where there is none, or nobody
 * knows. Looking at one is remembered once for each page, so that a text that comes in meanwhile is still new.
 */
export function useSeen(name: string, looked: number, newest: number): number | null {
  const [seen, setSeen] = useState<Seen | null>(null)
  useEffect(() => setSeen(remembered(name, looked)), [name, looked])
  if (!seen) return null
  return seen.last < newest ? seen.last : seen.before
}

function remembered(name: string, looked: number): Seen {
  const stored = read(name)
  if (stored && stored.last >= looked) return stored
  const seen = { last: looked, before: stored?.last ?? null }
  try {
    localStorage.setItem(name, JSON.stringify(seen))
  } catch {
    // Storage is forbidden; then it is known as long as the page is open.
  }
  return seen
}

function read(name: string): Seen | null {
  try {
    const { last, before } = JSON.parse(localStorage.getItem(name) ?? '{}')
    return Number.isInteger(last)
      ? { last, before: Number.isInteger(before) ? before : null }
      : null
  } catch {
    return null
  }
}
