import { useCallback, useEffect, useState } from 'react'

/**
 * A value that is kept in this browser under a name, over a reload; null where none is. The page begins
 * without it, as the server drew it, and has it once it stands.
 */
export function useStored<Value>(
  name: string,
): [stored: Value | null, store: (next: Value | null) => void] {
  const [stored, setStored] = useState<Value | null>(null)

  useEffect(() => setStored(readStored<Value>(name)), [name])

  const store = useCallback(
    (next: Value | null) => {
      setStored(next)
      writeStored(name, next)
    },
    [name],
  )
  return [stored, store]
}

/** What is kept under this name in this browser, or, of the `session`, in this window; null where nothing is, or nothing may be. */
export function readStored<Value>(name: string, where: Where = 'local'): Value | null {
  return attempt(() => JSON.parse(storage(where).getItem(name) ?? 'null'))
}

/** Keeps a value under this name; null keeps nothing. Storage may be full or forbidden: then it lasts as long as the page. */
export function writeStored(name: string, value: unknown, where: Where = 'local'): void {
  attempt(() =>
    value === null
      ? storage(where).removeItem(name)
      : storage(where).setItem(name, JSON.stringify(value)),
  )
}

type Where = 'local' | 'session'

const storage = (where: Where) => (where === 'local' ? localStorage : sessionStorage)

function attempt<Value>(work: () => Value): Value | null {
  try {
    return work()
  } catch {
    return null
  }
}
