'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { hasDraft } from '../forms/draft'

/** A button with a form behind it; half of one that was typed earlier stands open again, and closing it gives the keyboard back. */
export function FormDisclosure({
  words,
  draft,
  children,
}: {
  words: string
  draft: string
  children: (close: () => void) => ReactNode
}) {
  const [open, setOpen] = useState(false)
  const place = useRef<HTMLDetailsElement>(null)
  useEffect(() => setOpen(hasDraft(draft)), [draft])

  function close() {
    setOpen(false)
    place.current?.querySelector('summary')?.focus()
  }

  return (
    <details
      ref={place}
      className="form-disclosure"
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className="button">{words}</summary>
      {children(close)}
    </details>
  )
}
