import { useCallback, useEffect, useState } from 'react'

/** Which changes are left out, by their ids, kept in this browser over a reload; null while nobody has chosen. */
export function useLeftOut(
  name: string,
): [leftOut: string[] | null, keep: (next: string[] | null) => void] {
  const [leftOut, setLeftOut] = useState<string[] | null>(null)

  useEffect(() => {
    try {
      const kept: unknown = JSON.parse(localStorage.getItem(name) ?? 'null')
      if (Array.isArray(kept)) setLeftOut(kept.map(String))
    } catch {
      // Storage is forbidden or holds something else; then nothing was kept.
    }
  }, [name])

  const keep = useCallback(
    (next: string[] | null) => {
      setLeftOut(next)
      try {
        if (next) localStorage.setItem(name, JSON.stringify(next))
        else localStorage.removeItem(name)
      } catch {
        // Then the choice lasts as long as the page.
      }
    },
    [name],
  )
  return [leftOut, keep]
}
