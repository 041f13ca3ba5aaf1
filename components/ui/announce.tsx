'use client'

import { useEffect, useState } from 'react'
import { VisibleWords } from './visible-words'

interface Announced {
  words: string
  undo?: () => void
}

const heard = new EventTarget()

/** Says something in a word: shown for a moment, and read out by screen readers. What can be taken back offers that. */
export function announce(words: string, undo?: () => void): void {
  heard.dispatchEvent(new CustomEvent<Announced>('words', { detail: { words, undo } }))
}

/** Where Ctrl+Z takes back what was typed. */
const TYPED_IN = 'input:not([type="radio"], [type="checkbox"]), textarea'

/** How long words stay, in milliseconds; longer where there is something to decide. */
const SHOWN = { plain: 4_000, undoable: 10_000 }

/** The place where announcements appear. Ctrl+Z outside a field takes back the last thing that can be. */
export function Announcements() {
  const [{ words, undo }, setSaid] = useState<Announced>({ words: '' })

  useEffect(() => {
    let gone: ReturnType<typeof setTimeout>
    let last: (() => void) | undefined
    const show = (event: Event) => {
      const said = (event as CustomEvent<Announced>).detail
      const { words, undo } = said
      if (undo) last = undo
      setSaid({ words, undo: undo && (() => once(undo)) })
      clearTimeout(gone)
      gone = setTimeout(() => setSaid({ words: '' }), said.undo ? SHOWN.undoable : SHOWN.plain)
    }
    const takeBack = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, shiftKey } = event
      if (key !== 'z' || shiftKey || !(ctrlKey || metaKey) || !last) return
      if (target instanceof Element && target.closest(TYPED_IN)) return
      event.preventDefault()
      once(last)
    }
    const once = (undo: () => void) => {
      if (last === undo) last = undefined
      undo()
    }
    heard.addEventListener('words', show)
    document.addEventListener('keydown', takeBack)
    return () => {
      heard.removeEventListener('words', show)
      document.removeEventListener('keydown', takeBack)
    }
  }, [])

  return (
    <div className="toast" hidden={words === ''}>
      <p role="status">
        <VisibleWords>{words}</VisibleWords>
      </p>
      {undo && (
        <button
          type="button"
          className="link-button"
          aria-keyshortcuts="Control+Z"
          onClick={() => {
            undo()
            setSaid({ words: '' })
          }}
        >
          Undo
        </button>
      )}
    </div>
  )
}
