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
  kept = {},
}: {
  words: string
  /** What was found, in words. */
  found: string
  /** What the filter looks at, as in “title, publisher or kind”. */
  by: string
  /** What else the address says, and goes on saying. */
  kept?: Record<string, string>
}) {
  const router = useRouter()
  const path = usePathname()
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const field = useRef<HTMLInputElement>(null)

  useEffect(() => () => clearTimeout(timer.current), [])

  // What another link says of the words is shown, but never over what is being typed.
  useEffect(() => {
    const input = field.current
    if (input && document.activeElement !== input) input.value = words
  }, [words])

  function filter(typed: string) {
    clearTimeout(timer.current)
    const all = new URLSearchParams({ ...kept, ...(typed.trim() && { q: typed }) })
    const address = all.size > 0 ? `${path}?${all}` : path
    timer.current = setTimeout(() => router.replace(address, { scroll: false }), PAUSE)
  }

  return (
    <search className="filter">
      <p role="status" className="quiet">
        {found}
      </p>
      <form method="get">
        {Object.entries(kept).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <input
          ref={field}
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
