import type { Span } from '../text/blocks'
import { CONTEXT } from './anchor'

/**
 * Where words stand in a newer text that a person is doing something with: only where they stand among
 * the very same words, 64 UTF-16 units on either side, and nowhere else in either text; null otherwise.
 */
export function findSameContext(old: string, now: string, { start, end }: Span): Span | null {
  const from = Math.max(0, start - CONTEXT)
  const around = old.slice(from, end + CONTEXT)
  const at = now.indexOf(around)
  if (at === -1 || [old, now].some((text) => text.indexOf(around) !== text.lastIndexOf(around))) {
    return null
  }
  const moved = at - from
  return { start: start + moved, end: end + moved }
}
