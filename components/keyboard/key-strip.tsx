import type { ReactNode } from 'react'
import { KeyCaps } from './key-caps'
import { ACTIONS, type ActionHandlers, type ActionId, capsOf } from './shortcuts'

/** The keys that are useful right now, the most useful first; and, at its end, whether all is saved. */
export function KeyStrip({
  runs,
  single,
  children,
}: {
  runs: ActionHandlers
  single: boolean
  children: ReactNode
}) {
  const now = single ? USEFUL.filter((id) => runs[id]?.ready && !isIdle(id, runs)) : []
  return (
    <footer className="key-strip">
      <div className="strip-keys" aria-hidden="true">
        {now.map((id) => (
          <span key={id}>
            <KeyCaps caps={capsOf(ACTIONS[id].key ?? '')} /> {lower(ACTIONS[id].short ?? '')}
          </span>
        ))}
        <span>
          <KeyCaps caps={['Ctrl', 'k']} /> every action
        </span>
      </div>
      {children}
    </footer>
  )
}

/** In this order, for as many as there is room. */
const USEFUL: ActionId[] = [
  ...(['accept', 'placeHere', 'dismiss', 'claim', 'opinion', 'nothing', 'waive'] as const),
  ...(['attach', 'verdict', 'next', 'before', 'nextGap', 'text', 'filter', 'keys'] as const),
]

/** The way to words that are chosen already, and the filter beside an open claim, teach nothing. */
const isIdle = (id: ActionId, runs: ActionHandlers) =>
  (id === 'text' && (runs.claim?.ready || !runs.claim)) || (id === 'filter' && runs.verdict?.ready)

const lower = (words: string) => words.charAt(0).toLowerCase() + words.slice(1)
