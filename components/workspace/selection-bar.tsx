'use client'

import { useLayoutEffect, useState } from 'react'
import type { TextSelection } from './use-text-cursor'

/** What can be done with chosen words, with its key. */
export interface WordAction {
  key: string
  label: string
  run: () => void
}

/** A small bar at the chosen words. */
export function SelectionBar({
  selection,
  actions,
}: {
  selection: TextSelection
  actions: WordAction[]
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
      left: Math.max(
        Math.min(at.left + at.width / 2, innerWidth - MARGIN),
        Math.min(MARGIN, innerWidth / 2),
      ),
      top: above > 56 ? above : Math.min(at.bottom + 8, innerHeight - HEIGHT - 40),
    })
  }, [span, box])

  if (!span || !place) return null
  return (
    <div className="selection-bar" style={place}>
      {actions.map(({ key, label, run }, index) => (
        <button
          key={key}
          type="button"
          className={index === 0 ? 'button primary' : 'button plain'}
          aria-keyshortcuts={key}
          onPointerDown={(event) => event.preventDefault()}
          onClick={run}
        >
          {label} <kbd>{key}</kbd>
        </button>
      ))}
    </div>
  )
}

const HEIGHT = 36
const MARGIN = 220
