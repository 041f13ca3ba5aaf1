'use client'

import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { PANEL_WIDTHS, withinWidths } from './panel-cookie'

/** The border between text and panel: dragged, moved with the arrow keys, or put back with a double click. Enter puts the panel away. */
export function PanelResizer({
  width,
  onWidth,
  onClose,
}: {
  /** In CSS pixels, as it was remembered; null for the usual one. */
  width: number | null
  onWidth: (width: number | null) => void
  onClose: () => void
}) {
  const [now, setNow] = useState(width ?? USUAL)
  const dragged = useRef<number | null>(null)

  const put = (edge: HTMLElement, next: number | null) => {
    const workspace = edge.closest<HTMLElement>('.workspace')
    if (next === null) workspace?.style.removeProperty('--panel')
    else workspace?.style.setProperty('--panel', `${withinWidths(next)}px`)
    return widthBeside(edge)
  }
  const set = (edge: HTMLElement, next: number | null) => {
    const drawn = put(edge, next)
    setNow(drawn)
    onWidth(next === null ? null : withinWidths(drawn))
  }
  const keys = (event: KeyboardEvent<HTMLElement>) => {
    const { key, shiftKey, currentTarget: edge } = event
    if (event.ctrlKey || event.metaKey || event.altKey) return
    const by = shiftKey ? 4 * STEP : STEP
    const next = {
      ArrowLeft: widthBeside(edge) + by,
      ArrowRight: widthBeside(edge) - by,
      Home: PANEL_WIDTHS.least,
      End: PANEL_WIDTHS.most,
    }[key]
    if (next !== undefined) set(edge, next)
    else if (key === 'Enter') onClose()
    else return
    event.preventDefault()
  }
  const drag = ({ currentTarget: edge, clientX }: PointerEvent<HTMLElement>) => {
    if (dragged.current === null) return
    put(
      edge,
      (edge.closest('.panel')?.getBoundingClientRect().right ?? 0) - clientX + dragged.current,
    )
  }

  return (
    // biome-ignore lint/a11y/useSemanticElements: a rule that can be moved is a separator with a value (ARIA, window splitter)
    <div
      role="separator"
      tabIndex={0}
      className="panel-edge"
      aria-orientation="vertical"
      aria-label="Width of the claims"
      aria-controls="claims"
      aria-valuemin={PANEL_WIDTHS.least}
      aria-valuemax={PANEL_WIDTHS.most}
      aria-valuenow={now}
      aria-valuetext={`${now} pixels`}
      onFocus={({ currentTarget }) => setNow(widthBeside(currentTarget))}
      onKeyDown={keys}
      onPointerDown={({ currentTarget: edge, clientX, pointerId, button }) => {
        if (button !== 0) return
        edge.setPointerCapture(pointerId)
        dragged.current = clientX - edge.getBoundingClientRect().left - edge.clientWidth / 2
      }}
      onPointerMove={drag}
      onLostPointerCapture={({ currentTarget: edge }) => {
        if (dragged.current !== null) set(edge, widthBeside(edge))
        dragged.current = null
      }}
      onDoubleClick={({ currentTarget }) => set(currentTarget, null)}
    />
  )
}

/** What the style sheet gives where nothing is remembered, in CSS pixels. */
const USUAL = 432

/** How far an arrow key moves the edge, in CSS pixels. */
const STEP = 16

const widthBeside = (edge: HTMLElement) =>
  Math.round(edge.closest('.panel')?.getBoundingClientRect().width ?? USUAL)
