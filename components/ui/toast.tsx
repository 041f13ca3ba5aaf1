'use client'

import { useEffect, useState } from 'react'
import { EscapedText } from './escaped-text'

interface Announced {
  words: string
  undo?: () => void
}

const heard = new EventTarget()

/** What was said last, until when it is shown; null once it was taken back. */
let last: (Announced & { until: number }) | null = null

/**
 * Says something in a word: shown for a moment, also on the page that it leads to, and read out by
 * screen readers. What can be taken back offers that.
 */
export function toast(words: string, undo?: () => void): void {
  last = { words, undo, until: Date.now() + (undo ? SHOWN.undoable : SHOWN.plain) }
  heard.dispatchEvent(new Event('words'))
}

/** Where Ctrl+Z takes back what was typed. */
const TYPED_IN = 'input:not([type="radio"], [type="checkbox"]), textarea'

/** How long words stay, in milliseconds; longer where there is something to decide. */
const SHOWN = { plain: 4_000, undoable: 10_000 }

/** The place where announcements appear. Ctrl+Z outside a field takes back the last thing that can be. */
export function Toasts() {
  const [{ words, undo }, setSaid] = useState<Announced>({ words: '' })

  useEffect(() => {
    let gone: ReturnType<typeof setTimeout>
    let takesBack: (() => void) | undefined
    const show = () => {
      const left = last ? last.until - Date.now() : 0
      if (!last || left <= 0) return
      const { words, undo } = last
      if (undo) takesBack = undo
      setSaid({ words, undo: undo && (() => once(undo)) })
      clearTimeout(gone)
      gone = setTimeout(() => setSaid({ words: '' }), left)
    }
    const takeBack = (event: KeyboardEvent) => {
      const { target, key, ctrlKey, metaKey, shiftKey } = event
      if (key !== 'z' || shiftKey || !(ctrlKey || metaKey) || !takesBack) return
      if (target instanceof Element && target.closest(TYPED_IN)) return
      event.preventDefault()
      once(takesBack)
    }
    const once = (undo: () => void) => {
      if (takesBack === undo) takesBack = undefined
      if (last?.undo === undo) last = null
      undo()
    }
    heard.addEventListener('words', show)
    document.addEventListener('keydown', takeBack)
    show()
    return () => {
      clearTimeout(gone)
      heard.removeEventListener('words', show)
      document.removeEventListener('keydown', takeBack)
    }
  }, [])

  return (
    <div className="toast" hidden={words === ''}>
      <p role="status">
        <EscapedText>{words}</EscapedText>
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
