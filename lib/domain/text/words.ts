import type { PlacedBlock, Span } from './blocks'
import { PIECE, segmenterOf } from './segmenter'

/**
 * The words of a text in any script, as the Unicode word boundaries have them (UAX #29, with the
 * dictionaries of ICU for Chinese, Japanese, Thai and their like), in order and without overlap. A figure
 * of any kind is one (`½`, `②`), and a part of the word that it directly follows (`m²`, `1½`).
 */
export function wordsOf(text: string, blocks: readonly PlacedBlock[], language: string): Span[] {
  const segmenter = segmenterOf(language, 'word')
  const words: Span[] = []
  for (const block of blocks) {
    for (const piece of pieces(text, block, segmenter)) {
      for (const { index, segment, isWordLike } of segmenter.segment(
        text.slice(piece.start, piece.end),
      )) {
        if (!isWordLike && !FIGURES.test(segment)) continue
        const start = piece.start + index
        const last = words.at(-1)
        if (!isWordLike && last?.end === start) last.end += segment.length
        else words.push({ start, end: start + segment.length })
      }
    }
  }
  return words
}

/** Figures that are no decimal digits, which ICU does not count among what words are made of. */
const FIGURES = /^\p{N}/u

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
