'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** How long after the last letter the list is asked for anew, in milliseconds. */
const PAUSE = 200

/** Narrows the list of sources, and keeps the words in the address, so that the list can be passed on. */
export function SourceFilter({ words, found, all }: { words: string; found: number; all: number }) {
  const router = useRouter()
  const path = usePathname()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)

  useEffect(() => () => clearTimeout(timer.current), [])

  function filter(typed: string) {
    clearTimeout(timer.current)
    const address = typed.trim() ? `${path}?q=${encodeURIComponent(typed)}` : path
    timer.current = setTimeout(() => router.replace(address, { scroll: false }), PAUSE)
  }

  return (
    <search className="filter">
      <p role="status" className="quiet">
        {found === all ? counted(all) : `${found} of ${counted(all)}`}
      </p>
      <form method="get">
        <input
          type="search"
          name="q"
          aria-label="Filter by title, publisher or kind"
          placeholder="Title, publisher or kind"
          defaultValue={words}
          autoComplete="off"
          onChange={({ target }) => filter(target.value)}
        />
      </form>
    </search>
  )
}

const counted = (count: number) => (count === 1 ? '1 source' : `${count} sources`)
