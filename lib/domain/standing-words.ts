import type { Anchor } from './anchor'
import type { Span } from './text'

/** How much beside the words has to be as it was, on one side at least, in UTF-16 units. */
const NEAR = 12

/**
 * Where anchored words stand in another text; null where they do not, or where it cannot be told which
 * of several places it is. Only the very same words count, with some of their old surroundings.
 */
export function placeIn(
  text: string,
  { exact, prefix, suffix }: Pick<Anchor, 'exact' | 'prefix' | 'suffix'>,
): Span | null {
  const places: Span[] = []
  for (let at = text.indexOf(exact); at >= 0; at = text.indexOf(exact, at + 1)) {
    const end = at + exact.length
    const before = text.slice(0, at).endsWith(prefix.slice(-NEAR)) && isEnough(prefix, at === 0)
    const after =
      text.startsWith(suffix.slice(0, NEAR), end) && isEnough(suffix, end === text.length)
    if (before || after) places.push({ start: at, end })
  }
  const [only] = places
  if (places.length <= 1) return only ?? null

  const same = places.filter(
    ({ start, end }) => text.slice(0, start).endsWith(prefix) && text.startsWith(suffix, end),
  )
  return same.length === 1 ? (same[0] ?? null) : null
}

/** Nothing beside the words tells a place only where the text ended there, and does so still. */
const isEnough = (context: string, atTheEdge: boolean) => context !== '' || atTheEdge
