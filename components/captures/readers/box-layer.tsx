import { type KeyboardEvent, type PointerEvent, useRef, useState } from 'react'
import { boxBetween, isDrawn, moved, type Point, sized } from '@/lib/domain/captures/box'
import { type Box, locatorOf } from '@/lib/domain/captures/passage'

/** By so much of a side an arrow key moves or sizes a box. */
const STEP = 0.01

/** How a box begins that is placed by a key. */
const BEGUN: Box = { x: 0.3, y: 0.4, width: 0.4, height: 0.2 }

/**
 * Lies over a page or picture: a box is drawn on it with the mouse, or placed by its button; arrow keys move it, with
 * Shift they size it, and Escape takes it away.
 */
export function BoxLayer({
  label,
  onBox,
}: {
  /** What it lies over: "page 3", "the picture". */
  label: string
  onBox: (box: Box | null) => void
}) {
  const layer = useRef<HTMLDivElement>(null)
  const frame = useRef<HTMLDivElement>(null)
  const [box, setBox] = useState<Box | null>(null)
  const drag = useRef<Drag | null>(null)

  function settle(next: Box | null) {
    setBox(next)
    onBox(next)
  }

  function press(event: PointerEvent) {
    const { target } = event
    const onFrame = target instanceof Element && target.closest('.box-frame') ? box : null
    // A finger on the page scrolls it; on the box it moves the box.
    if (event.button !== 0 || (event.pointerType === 'touch' && !onFrame)) return
    event.preventDefault()
    layer.current?.setPointerCapture(event.pointerId)
    const from = pointOf(layer.current, event)
    const isCorner = target instanceof Element && target.matches('.box-corner')
    drag.current = onFrame
      ? { from, over: (to) => (isCorner ? sized : moved)(onFrame, apart(from, to)) }
      : { from, over: (to) => boxBetween(from, to) }
  }

  function drawTo(event: PointerEvent) {
    if (drag.current) setBox(drag.current.over(pointOf(layer.current, event)))
  }

  function release(event: PointerEvent) {
    const next = drag.current?.over(pointOf(layer.current, event))
    drag.current = null
    if (!next) return
    settle(isDrawn(next) ? next : null)
    requestAnimationFrame(() => frame.current?.focus({ preventScroll: true }))
  }

  function keys(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault()
      settle(null)
      layer.current?.querySelector('button')?.focus()
      return
    }
    const by = ARROWS[event.key]
    if (!box || !by || event.ctrlKey || event.metaKey || event.altKey) return
    event.preventDefault()
    event.stopPropagation()
    settle((event.shiftKey ? sized : moved)(box, by))
  }

  return (
    <div
      ref={layer}
      className="box-layer"
      onPointerDown={press}
      onPointerMove={drawTo}
      onPointerUp={release}
      onPointerCancel={() => {
        drag.current = null
      }}
    >
      {box ? (
        <div
          ref={frame}
          className="box-frame"
          role="group"
          tabIndex={0}
          aria-label={`Box on ${label}: ${spoken(box)}. Arrow keys move it, with Shift they size it, Enter takes it.`}
          onKeyDown={keys}
          style={{
            left: `${box.x * 100}%`,
            top: `${box.y * 100}%`,
            width: `${box.width * 100}%`,
            height: `${box.height * 100}%`,
          }}
        >
          <span className="box-corner" />
        </div>
      ) : (
        <button
          type="button"
          className="button small place-box"
          onPointerDown={(event) => event.stopPropagation()}
          onClick={() => {
            settle(BEGUN)
            requestAnimationFrame(() => frame.current?.focus())
          }}
        >
          Place a box<span className="visually-hidden"> on {label}</span>
        </button>
      )}
    </div>
  )
}

interface Drag {
  from: Point
  over: (to: Point) => Box
}

const ARROWS: Record<string, Point> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
}

function pointOf(layer: HTMLElement | null, { clientX, clientY }: PointerEvent): Point {
  if (!layer) return { x: 0, y: 0 }
  const { left, top, width, height } = layer.getBoundingClientRect()
  return { x: (clientX - left) / width, y: (clientY - top) / height }
}

const apart = (from: Point, to: Point): Point => ({ x: to.x - from.x, y: to.y - from.y })

function spoken(box: Box): string {
  const place = locatorOf({ kind: 'picture', role: 'original', box })
  const [width, height] = [box.width, box.height].map((side) => `${Math.round(side * 100)} %`)
  return `${place}, ${width} wide, ${height} high`
}
