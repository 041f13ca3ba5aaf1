import { useSearchParams } from 'next/navigation'
import { useCallback, useEffect, useState } from 'react'
import { useDeskStore } from './desk-context'

/** What the list shows; all of it stands in the address, so that a filter is a link and Back restores it. */
export interface Filter {
  status: string
  mine: boolean
  words: string
}

/** The claim and the filter that the address names, and the ways to change them without asking the server. */
export function useUrlState() {
  const params = useSearchParams()
  // Kept beside the address, whose news comes only after the next picture: too late for a key or a field.
  const [claim, showClaim] = useState(() => claimIn(params))
  const [filter, showFilter] = useState(() => filterIn(params))
  const [view, showView] = useState(() => viewIn(params))
  const store = useDeskStore()
  useEffect(() => store.open(claim), [store, claim])
  // biome-ignore lint/correctness/useExhaustiveDependencies: they say that the address changed; what it is by now, it says itself
  useEffect(() => {
    const now = new URLSearchParams(location.search)
    showClaim(claimIn(now))
    showFilter((before) => (sameFilter(before, filterIn(now)) ? before : filterIn(now)))
    showView(viewIn(now))
  }, [params])

  const openClaim = useCallback((number: number | null) => {
    const now = new URLSearchParams(location.search)
    const next = new URLSearchParams(now)
    if (number === null) next.delete('claim')
    else next.set('claim', String(number))
    if (next.toString() === now.toString()) return
    showClaim(number)
    // From claim to claim is leafing: Back leads to where that began.
    if (number !== null && now.has('claim')) history.replaceState(null, '', addressOf(next))
    else history.pushState(null, '', addressOf(next))
  }, [])

  const setFilter = useCallback((change: Partial<Filter>) => {
    const next = new URLSearchParams(location.search)
    const put = (name: string, value: string) => (value ? next.set(name, value) : next.delete(name))
    if (change.status !== undefined) put('status', change.status)
    if (change.mine !== undefined) put('mine', change.mine ? '1' : '')
    if (change.words !== undefined) put('q', change.words)
    showFilter(filterIn(next))
    history.replaceState(null, '', addressOf(next))
  }, [])

  const setView = useCallback((view: View | null) => {
    const next = new URLSearchParams(location.search)
    if (view) next.set('view', view)
    else next.delete('view')
    showView(view)
    history.replaceState(null, '', addressOf(next))
  }, [])

  return { claim, filter, view, openClaim, setFilter, setView }
}

/** Another way to look at the text: what is covered, or what is proposed. */
export type View = 'coverage' | 'proposals'

function viewIn(params: URLSearchParams): View | null {
  const view = params.get('view')
  return view === 'coverage' || view === 'proposals' ? view : null
}

const claimIn = (params: URLSearchParams) => Number(params.get('claim')) || null

const filterIn = (params: URLSearchParams): Filter => ({
  status: params.get('status') ?? '',
  mine: params.get('mine') === '1',
  words: params.get('q') ?? '',
})

const sameFilter = (one: Filter, other: Filter) =>
  one.status === other.status && one.mine === other.mine && one.words === other.words

const addressOf = (params: URLSearchParams) =>
  params.size > 0 ? `${location.pathname}?${params}` : location.pathname
