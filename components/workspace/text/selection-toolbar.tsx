'use client'

import { type CSSProperties, useLayoutEffect, useRef, useState } from 'react'
import type { TextSelection } from '../../browser/use-word-selection'
import { ACTIONS, type ActionHandlers, type ActionId } from '../../keyboard/shortcuts'

/** A small bar at the chosen words. */
export function SelectionBar({
  selection,
  runs,
}: {
  selection: TextSelection
  runs: ActionHandlers
}) {
  const { span, box } = selection
  const bar = useRef<HTMLDivElement>(null)
  const [place, setPlace] = useState<Place | null>(null)

  useLayoutEffect(() => {
    const at = span && box()
    setPlace(at && bar.current ? placeAt(at, bar.current.offsetHeight) : null)
  }, [span, box])

  if (!span) return null
  return (
    <div
      ref={bar}
      className="selection-bar"
      style={
        place
          ? ({ ...place, '--left': `${place.left}px` } as CSSProperties)
          : { visibility: 'hidden' }
      }
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

interface Place {
  left: number
  top: number
}

/** Over the words, or under them where there is no room: never upon them, however many lines the bar takes. */
function placeAt(words: DOMRect, height: number): Place {
  const above = words.top - height - GAP
  const lowest = innerHeight - height - FOOT
  return {
    left: words.left + words.width / 2,
    top: above > HEAD ? above : Math.min(words.bottom + GAP, lowest),
  }
}

/** Between the bar and the words, under the bar of the page, and over its foot, in pixels. */
const [GAP, HEAD, FOOT] = [8, 56, 40]
