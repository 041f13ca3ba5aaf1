import type { PlacedBlock, Span } from './blocks'
import { PIECE, segmenterOf } from './segmenter'

/**
 * The words of a text in any script, as the Unicode word boundaries have them (UAX #29, with the
 * dictionaries of ICU for Chinese, Japanese, Thai and their like), in order and without overlap.
 */
export function wordsOf(text: string, blocks: readonly PlacedBlock[], language: string): Span[] {
  const segmenter = segmenterOf(language, 'word')
  const words: Span[] = []
  for (const block of blocks) {
    for (const piece of pieces(text, block, segmenter)) {
      for (const { index, segment, isWordLike } of segmenter.segment(
        text.slice(piece.start, piece.end),
      )) {
        if (!isWordLike) continue
        const start = piece.start + index
        words.push({ start, end: start + segment.length })
      }
    }
  }
  return words
}

/** White space that parts words: a narrow no-break space holds a number together (UAX #29, ExtendNumLet). */
const LAST_SPACE = /[^\S\u202f\ufeff][\S\u202f\ufeff]*$/u

/** Cuts a block into pieces, at white space or else before a word, and never inside a surrogate pair. */
function* pieces(text: string, { start, end }: Span, segmenter: Intl.Segmenter): Generator<Span> {
  let from = start
  while (end - from > PIECE) {
    const window = text.slice(from, from + PIECE)
    const space = window.search(LAST_SPACE)
    const word = space > 0 ? space : segmenter.segment(window).containing(PIECE - 1)?.index
    const cut = word || PIECE
    yield { start: from, end: from + cut }
    from += cut
  }
  if (end > from) yield { start: from, end }
}
