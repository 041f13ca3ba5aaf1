import { useEffect, useState } from 'react'
import { readStored, writeStored } from '../browser/use-stored'

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
  const stored = readStored<Seen>(name)
  if (stored && stored.last >= looked) return stored
  const seen = { last: looked, before: stored?.last ?? null }
  writeStored(name, seen)
  return seen
}
