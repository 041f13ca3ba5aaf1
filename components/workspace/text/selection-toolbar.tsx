'use client'

import { type CSSProperties, useLayoutEffect, useState } from 'react'
import { ACTIONS, type ActionHandlers, type ActionId } from '../../keyboard/shortcuts'
import type { TextSelection } from './use-word-selection'

/** A small bar at the chosen words. */
export function SelectionBar({
  selection,
  runs,
}: {
  selection: TextSelection
  runs: ActionHandlers
}) {
  const { span, box } = selection
  const [place, setPlace] = useState<{ left: number; top: number } | null>(null)

  useLayoutEffect(() => {
    const at = span && box()
    if (!at) {
      setPlace(null)
      return
    }
    const above = at.top - HEIGHT - 8
    setPlace({
      left: at.left + at.width / 2,
      top: above > 56 ? above : Math.min(at.bottom + 8, innerHeight - HEIGHT - 40),
    })
  }, [span, box])

  if (!span || !place) return null
  return (
    <div
      className="selection-bar"
      style={{ ...place, '--left': `${place.left}px` } as CSSProperties}
    >
      {IN_THE_BAR.map((id, index) => {
        const { short, key } = ACTIONS[id]
        const action = runs[id]
        return (
          action?.ready && (
            <button
              key={id}
              type="button"
              className={index === 0 ? 'button primary' : 'button plain'}
              aria-keyshortcuts={key}
              onPointerDown={(event) => event.preventDefault()}
              onClick={action.run}
            >
              {short} {key && <kbd>{key}</kbd>}
            </button>
          )
        )
      })}
    </div>
  )
}

const IN_THE_BAR: ActionId[] = [
  ...(['placeHere', 'claim', 'opinion', 'nothing', 'dismiss', 'waive'] as const),
  ...(['ask', 'suggest', 'correct'] as const),
]

const HEIGHT = 36
