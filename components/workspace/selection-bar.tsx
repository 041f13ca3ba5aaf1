'use client'

import { useLayoutEffect, useState } from 'react'
import type { Span } from '@/lib/domain/text'
import type { TextSelection } from './use-text-cursor'

/** A small bar at the chosen words. */
export function SelectionBar({
  selection,
  onMark,
}: {
  selection: TextSelection
  onMark: (span: Span) => void
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
      left: Math.min(Math.max(at.left + at.width / 2, MARGIN), innerWidth - MARGIN),
      top: above > 56 ? above : Math.min(at.bottom + 8, innerHeight - HEIGHT - 40),
    })
  }, [span, box])

  if (!span || !place) return null
  return (
    <div className="selection-bar" style={place}>
      <button
        type="button"
        className="button primary"
        aria-keyshortcuts="c"
        onPointerDown={(event) => event.preventDefault()}
        onClick={() => onMark(span)}
      >
        Make claim <kbd>c</kbd>
      </button>
    </div>
  )
}

const HEIGHT = 36
const MARGIN = 80
