import { type RefObject, useCallback, useEffect, useRef, useState } from 'react'
import type { Span } from '@/lib/domain/text'
import { chooseSpan, rangeOf, selectedSpan } from './text-positions'
import type { Desk } from './types'
import { nextSpan, type Unit } from './word-steps'

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
 * The words that are chosen in the text, with the mouse or with the keys: left and right go by word,
 * up and down by sentence, Shift lets the choice grow and shrink.
 */
export function useTextCursor(
  text: RefObject<HTMLElement | null>,
  revision: Desk['revision'],
  language: string,
): TextSelection {
  const [span, setSpan] = useState<Span | null>(null)
  const latest = useRef<Span | null>(null)
  const anchor = useRef<Span | null>(null)

  useEffect(() => {
    let waiting = 0
    const look = () => {
      waiting = 0
      const next = text.current && selectedSpan(text.current)
      if (next?.start === latest.current?.start && next?.end === latest.current?.end) return
      latest.current = next
      setSpan(next)
    }
    const soon = () => {
      waiting ||= requestAnimationFrame(look)
    }
    document.addEventListener('selectionchange', soon)
    return () => {
      document.removeEventListener('selectionchange', soon)
      cancelAnimationFrame(waiting)
    }
  }, [text])

  useEffect(() => {
    const container = text.current
    if (!container) return
    const choose = (next: Span) => chooseSpan(container, next)
    const press = (event: KeyboardEvent) => {
      const step = STEPS[event.key]
      if (!step || event.ctrlKey || event.metaKey || event.altKey) return
      event.preventDefault()
      const from = selectedSpan(container)
      if (!event.shiftKey || !anchor.current || !from) anchor.current = null
      const moving = event.shiftKey && from ? movingEnd(from, anchor.current) : from
      const next = nextSpan(revision, language, moving, step)
      if (!next) return
      if (!event.shiftKey || !from) {
        anchor.current = null
        choose(next)
        return
      }
      anchor.current ??= from
      choose({
        start: Math.min(anchor.current.start, next.start),
        end: Math.max(anchor.current.end, next.end),
      })
    }
    container.addEventListener('keydown', press)
    return () => container.removeEventListener('keydown', press)
  }, [text, revision, language])

  const now = useCallback(() => text.current && selectedSpan(text.current), [text])
  const choose = useCallback((next: Span) => text.current && chooseSpan(text.current, next), [text])
  const clear = useCallback(() => document.getSelection()?.removeAllRanges(), [])
  const box = useCallback(() => {
    const range = span && text.current && rangeOf(text.current, span)
    return range ? range.getBoundingClientRect() : null
  }, [span, text])
  return { span, now, choose, clear, box }
}

const STEPS: Record<string, { unit: Unit; by: 1 | -1 }> = {
  ArrowRight: { unit: 'word', by: 1 },
  ArrowLeft: { unit: 'word', by: -1 },
  ArrowDown: { unit: 'sentence', by: 1 },
  ArrowUp: { unit: 'sentence', by: -1 },
}

/** The end of a growing choice that the keys move: the one away from where it was begun. */
function movingEnd(chosen: Span, anchor: Span | null): Span {
  if (!anchor) return chosen
  return chosen.start < anchor.start
    ? { start: chosen.start, end: chosen.start + 1 }
    : { start: chosen.end - 1, end: chosen.end }
}
