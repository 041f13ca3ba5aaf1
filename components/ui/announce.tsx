'use client'

import { useEffect, useState } from 'react'

const heard = new EventTarget()

/** Says something in a word: shown for a moment, and read out by screen readers. */
export function announce(words: string): void {
  heard.dispatchEvent(new CustomEvent('words', { detail: words }))
}

/** How long words stay, in milliseconds. */
const SHOWN = 4_000

/** The place where announcements appear. */
export function Announcements() {
  const [words, setWords] = useState('')

  useEffect(() => {
    let gone: ReturnType<typeof setTimeout>
    const show = (event: Event) => {
      setWords((event as CustomEvent<string>).detail)
      clearTimeout(gone)
      gone = setTimeout(() => setWords(''), SHOWN)
    }
    heard.addEventListener('words', show)
    return () => heard.removeEventListener('words', show)
  }, [])

  return (
    <p role="status" className="toast">
      {words}
    </p>
  )
}
