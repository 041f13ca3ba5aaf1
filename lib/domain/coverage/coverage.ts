import type { PlacedBlock, Span } from '../text/blocks'

/** How many of a text's words are accounted for. A word counts when any part of it lies in a claim. */
export interface Coverage {
  words: number
  covered: number
}

/** Counts the words that the spans touch. The words are in order and do not overlap; the spans may be in any order and overlap. */
export function coverageOf(words: readonly Span[], spans: readonly Span[]): Coverage {
  const covered = coveredWords(words, spans).filter(Boolean).length
  return { words: words.length, covered }
}

/** The share of covered words as a whole number of percent, rounded down so that 100 means every word. */
export function percentCovered({ words, covered }: Coverage): number {
  return words === 0 ? 0 : Math.floor((covered * 100) / words)
}

/** Words that follow each other in one block and are not accounted for. */
export interface Gap extends Span {
  words: number
}

/** The gaps between covered spans, in the order of the text; their words add up to the words that are not covered. */
export function gapsOf(
  words: readonly Span[],
  spans: readonly Span[],
  blocks: readonly PlacedBlock[],
): Gap[] {
  const covered = coveredWords(words, spans)
  const gaps: Gap[] = []
  let block = 0
  let open: Gap | null = null
  for (const [index, word] of words.entries()) {
    const before = block
    while ((blocks[block]?.end ?? Infinity) <= word.start) block++
    if (block !== before || covered[index]) open = null
    if (covered[index]) continue
    if (open) {
      open.end = word.end
      open.words++
    } else {
      open = { start: word.start, end: word.end, words: 1 }
      gaps.push(open)
    }
  }
  return gaps
}

/** Whether each word is touched by a span: one that began before the word's end reaches past its start. */
function coveredWords(words: readonly Span[], spans: readonly Span[]): boolean[] {
  const inOrder = spans.filter(({ start, end }) => start < end).sort((a, b) => a.start - b.start)
  let next = 0
  let reach = 0
  return words.map((word) => {
    for (; (inOrder[next]?.start ?? Infinity) < word.end; next++) {
      reach = Math.max(reach, inOrder[next]?.end ?? 0)
    }
    return reach > word.start
  })
}
