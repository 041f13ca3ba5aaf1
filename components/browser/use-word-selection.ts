import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Span } from '@/lib/domain/text/blocks'
import {
  type Growing,
  grown,
  type Step,
  type Steppable,
  stepped,
} from '@/lib/domain/text/caret-steps'
import { chooseSpan, directionAt, rangeOf, selectedSpan } from './dom-offsets'

export interface TextSelection {
  /** The chosen words; null when nothing is chosen. */
  span: Span | null
  /** The same, asked at this moment: a key may come before the page has shown the last choice. */
  now: () => Span | null
  choose: (span: Span) => void
  clear: () => void
  /** Where the chosen words stand in the window. */
  box: () => DOMRect | null
}

/**
 * The words that are chosen in the text, with the mouse or with the keys: left and right go by word, in
 * the direction in which the paragraph is read; up and down go by sentence; Shift lets the choice grow
 * and shrink.
 */
export function useWordSelection(
  text: RefObject<HTMLElement | null>,
  shown: Pick<Steppable, 'text' | 'blocks'>,
  language: string,
): TextSelection {
  const [span, setSpan] = useState<Span | null>(null)
  const latest = useRef<Span | null>(null)
  const growing = useRef<Growing | null>(null)

  const look = useCallback(() => {
    // A dialog that takes the focus takes the browser's selection; the words stay chosen for what is done from there.
    if (document.activeElement?.closest('dialog[open]')) return
    const next = text.current && selectedSpan(text.current)
    if (next?.start === latest.current?.start && next?.end === latest.current?.end) return
    latest.current = next
    setSpan(next)
  }, [text])

  useEffect(() => {
    let waiting = 0
    const soon = () => {
      waiting ||= requestAnimationFrame(() => {
        waiting = 0
        look()
      })
    }
    document.addEventListener('selectionchange', soon)
    return () => {
      document.removeEventListener('selectionchange', soon)
      cancelAnimationFrame(waiting)
    }
  }, [look])

  useEffect(() => {
    const container = text.current
    if (!container) return
    const steppable = { ...shown, language }
    const press = (event: KeyboardEvent) => {
      const { key, shiftKey } = event
      if (!ARROWS.has(key) || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      const from = selectedSpan(container)
      const step = stepOf(key, directionAt(container, from))
      if (!shiftKey || !from) {
        const next = stepped(steppable, from, step)
        if (next) chooseSpan(container, next)
        look()
        return
      }
      const isGrowing =
        growing.current?.chosen.start === from.start && growing.current.chosen.end === from.end
      const begun = isGrowing && growing.current ? growing.current : { anchor: from, chosen: from }
      growing.current = grown(steppable, begun, step)
      chooseSpan(container, growing.current.chosen)
      // The next key may come before the next frame.
      look()
    }
    container.addEventListener('keydown', press)
    return () => container.removeEventListener('keydown', press)
  }, [text, shown, language, look])

  const now = useCallback(() => text.current && selectedSpan(text.current), [text])
  const choose = useCallback((next: Span) => text.current && chooseSpan(text.current, next), [text])
  const clear = useCallback(() => document.getSelection()?.removeAllRanges(), [])
  const box = useCallback(() => {
    const range = span && text.current && rangeOf(text.current, span)
    return range ? range.getBoundingClientRect() : null
  }, [span, text])
  return { span, now, choose, clear, box }
}

const ARROWS = new Set(['ArrowRight', 'ArrowLeft', 'ArrowDown', 'ArrowUp'])

/** Up and down go by sentence; left and right by word, to where the arrow points on the page. */
function stepOf(key: string, direction: string): Step {
  if (key === 'ArrowDown') return { unit: 'sentence', by: 1 }
  if (key === 'ArrowUp') return { unit: 'sentence', by: -1 }
  return { unit: 'word', by: (key === 'ArrowRight') === (direction === 'ltr') ? 1 : -1 }
}
