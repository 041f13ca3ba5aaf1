import type { Span } from '../text/blocks'
import type { Anchor } from './anchor'

/**
 * Where an anchor's words stand in a text: at their place, or elsewhere if they stand there alone between the very words
 * that stood around them. Null where they are not found so; likeness is no place.
 */
export function findAnchor(text: string, anchor: Anchor): Span | null {
  const { start, end, exact, prefix, suffix } = anchor
  if (text.slice(start, end) === exact && exact !== '') return { start, end }
  const around = prefix + exact + suffix
  const at = text.indexOf(around)
  if (exact === '' || at === -1 || text.indexOf(around, at + 1) !== -1) return null
  const from = at + prefix.length
  return { start: from, end: from + exact.length }
}
