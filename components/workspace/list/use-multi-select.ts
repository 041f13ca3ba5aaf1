import { useCallback, useMemo, useRef, useState } from 'react'
import type { ClaimShown } from '@/lib/db/workspace/find-desk'

export type Picked = ReturnType<typeof useMultiSelect>

const NONE: ReadonlySet<string> = new Set()

/**
 * The claims that are chosen to do something with at once. Only those that the list shows count: what
 * a filter hides is never changed unseen.
 */
export function useMultiSelect(
  shown: ClaimShown[],
  { current, onOpen }: { current: number | null; onOpen: (number: number) => void },
) {
  const [ids, setIds] = useState(NONE)
  /** Where a range begins: the claim that was chosen last. */
  const from = useRef<string | null>(null)
  const latest = useRef(shown)
  latest.current = shown

  /** Chooses a claim, or lets it go; with `ranging`, all from the last one to this. */
  const choose = useCallback((id: string, ranging = false) => {
    const range = ranging ? between(latest.current, from.current, id) : []
    setIds((before) => {
      const after = new Set(before)
      if (range.length > 0) for (const one of range) after.add(one)
      else if (!after.delete(id)) after.add(id)
      return after
    })
    from.current = id
  }, [])

  const chosen = useMemo(() => shown.filter(({ id }) => ids.has(id)), [shown, ids])

  /** The claim that the keyboard is at: the open one, or the one of the row in focus. */
  function at(): number {
    const row = document.activeElement?.closest('li')?.querySelector('a[id^="claim-"]')?.id
    const number = row ? Number(row.slice('claim-'.length)) : current
    return shown.findIndex((claim) => claim.number === number)
  }

  return {
    ids,
    chosen,
    choose,
    toggle() {
      const claim = shown[at()]
      if (claim) choose(claim.id)
    },
    /** Chooses the claim at hand and the one after or before it, and goes there. */
    extend(by: 1 | -1) {
      const here = at()
      const next = here === -1 ? shown[0] : (shown[here + by] ?? shown[here])
      if (!next) return
      setIds((before) => new Set([...before, shown[here]?.id ?? next.id, next.id]))
      from.current = next.id
      onOpen(next.number)
    },
    all() {
      setIds(chosen.length === shown.length ? NONE : new Set(shown.map(({ id }) => id)))
    },
    clear() {
      setIds(NONE)
      from.current = null
    },
  }
}

/** The ids from one claim to another, both with them; none where the first is not shown. */
function between(shown: ClaimShown[], from: string | null, to: string): string[] {
  const [a, b] = [from, to].map((id) => shown.findIndex((claim) => claim.id === id))
  if (a === undefined || b === undefined || a === -1 || b === -1) return []
  return shown.slice(Math.min(a, b), Math.max(a, b) + 1).map(({ id }) => id)
}
