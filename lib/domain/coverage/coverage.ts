import type { Span } from '../text/blocks'

/** How many of a text's words are accounted for. A word counts when any part of it lies in a claim. */
export interface Coverage {
  words: number
  covered: number
}

/** Counts the words that the spans touch. The words are in order and do not overlap; the spans may be in any order and overlap. */
export function coverageOf(words: readonly Span[], spans: readonly Span[]): Coverage {
  const covers = union(spans)
  let covered = 0
  let at = 0
  for (const word of words) {
    while ((covers[at]?.end ?? Infinity) <= word.start) at++
    if ((covers[at]?.start ?? Infinity) < word.end) covered++
  }
  return { words: words.length, covered }
}

/** The share of covered words as a whole number of percent, rounded down so that 100 means every word. */
export function percentCovered({ words, covered }: Coverage): number {
  return words === 0 ? 0 : Math.floor((covered * 100) / words)
}

function union(spans: readonly Span[]): Span[] {
  const inOrder = spans.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)
  const joined: Span[] = []
  for (const { start, end } of inOrder) {
    const last = joined.at(-1)
    if (last && start <= last.end) last.end = Math.max(last.end, end)
    else joined.push({ start, end })
  }
  return joined
}
