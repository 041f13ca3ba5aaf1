import type { PlacedBlock, Span } from '../text/blocks'

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
