'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'

/** A button with a panel under it, which closes on Escape, on a click elsewhere, and when focus leaves. */
export function Menu({
  label,
  hasCaret = false,
  isLazy = false,
  className = 'menu',
  id,
  children,
}: {
  label: ReactNode
  hasCaret?: boolean
  /** Drawn only once it is opened, where a page has many of them. */
  isLazy?: boolean
  className?: string
  /** Of its button, at which the keyboard can go on. */
  id?: string
  children: ReactNode
}) {
  const [isOpened, setOpened] = useState(false)
  const menu = useRef<HTMLDetailsElement>(null)

  useEffect(() => {
    const close = (event: Event) => {
      const open = menu.current
      if (!open?.open) return
      if (event instanceof KeyboardEvent) {
        if (event.key !== 'Escape') return
        event.preventDefault()
        open.open = false
        open.querySelector('summary')?.focus()
        return
      }
      // Where the focus did not leave from here, the page put it somewhere by itself.
      const isOurs = event instanceof FocusEvent && !open.contains(event.relatedTarget as Node)
      if (!isOurs && !open.contains(event.target as Node)) open.open = false
    }
    // It may have been opened before the page listened.
    if (menu.current?.open) setOpened(true)
    // Words that are chosen in the text stay chosen.
    const button = menu.current?.querySelector('summary')
    const keepChoice = (event: Event) => event.preventDefault()
    button?.addEventListener('mousedown', keepChoice)
    // Drawn with the press that opens it: whoever goes on by keyboard finds it there.
    const draw = () => setOpened(true)
    button?.addEventListener('click', draw)
    const kinds = ['keydown', 'pointerdown', 'focusin']
    for (const kind of kinds) document.addEventListener(kind, close)
    return () => {
      button?.removeEventListener('mousedown', keepChoice)
      button?.removeEventListener('click', draw)
      for (const kind of kinds) document.removeEventListener(kind, close)
    }
  }, [])

  return (
    <details
      ref={menu}
      className={className}
      data-caret={hasCaret || undefined}
      onToggle={isLazy ? ({ currentTarget }) => setOpened(currentTarget.open) : undefined}
    >
      <summary id={id}>{label}</summary>
      <div>{(!isLazy || isOpened) && children}</div>
    </details>
  )
}
