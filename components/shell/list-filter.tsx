'use client'

import { usePathname, useRouter } from 'next/navigation'
import { useEffect, useRef } from 'react'

/** How long after the last letter the list is asked for anew, in milliseconds. */
const PAUSE = 200

/** Narrows a list, and keeps the words in the address, so that the list can be passed on. */
export function ListFilter({
  words,
  found,
  by,
}: {
  words: string
  /** What was found, in words. */
  found: string
  /** What the filter looks at, as in “title, publisher or kind”. */
  by: string
}) {
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
        {found}
      </p>
      <form method="get">
        <input
          type="search"
          name="q"
          aria-label={`Filter by ${by}`}
          placeholder={`${by.charAt(0).toUpperCase()}${by.slice(1)}`}
          defaultValue={words}
          autoComplete="off"
          onChange={({ target }) => filter(target.value)}
        />
      </form>
    </search>
  )
}
