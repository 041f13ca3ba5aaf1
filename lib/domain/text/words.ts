import { atOnce, inTurns, type Pieces } from '../in-turns'
import type { PlacedBlock, Span } from './blocks'
import { PIECE, segmenterOf } from './segmenter'

/**
 * The words of a text in any script, as the Unicode word boundaries have them (UAX #29, with the
 * dictionaries of ICU for Chinese, Japanese, Thai and their like), in order and without overlap. A figure
 * of any kind is one (`½`, `②`), and a part of the word that it directly follows (`m²`, `1½`).
 */
export function wordsOf(text: string, blocks: readonly PlacedBlock[], language: string): Span[] {
  return atOnce(findingWords(text, blocks, language))
}

/** The same, for a text of any length, so that others have their turn meanwhile. */
export function wordsInTurns(
  text: string,
  blocks: readonly PlacedBlock[],
  language: string,
): Promise<Span[]> {
  return inTurns(findingWords(text, blocks, language))
}

/** The same in pieces. */
export function* findingWords(
  text: string,
  blocks: readonly PlacedBlock[],
  language: string,
): Pieces<Span[]> {
  const words: Span[] = []
  for (const piece of piecesOf(text, blocks, language)) {
    addWords(words, text, piece, language)
    yield
  }
  return words
}

/** Figures that are no decimal digits, which ICU does not count among what words are made of. */
const FIGURES = /^\p{N}/u

function* piecesOf(text: string, blocks: readonly Span[], language: string): Generator<Span> {
  const segmenter = segmenterOf(language, 'word')
  for (const block of blocks) yield* pieces(text, block, segmenter)
}

function addWords(words: Span[], text: string, { start, end }: Span, language: string): void {
  const piece = text.slice(start, end)
  if (PLAIN.test(piece)) {
    for (const { index, 0: word } of piece.matchAll(PLAIN_WORD)) {
      words.push({ start: start + index, end: start + index + word.length })
    }
    return
  }
  for (const { index, segment, isWordLike } of segmenterOf(language, 'word').segment(piece)) {
    if (!isWordLike && !FIGURES.test(segment)) continue
    const last = words.at(-1)
    if (!isWordLike && last?.end === start + index) last.end += segment.length
    else words.push({ start: start + index, end: start + index + segment.length })
  }
}

const LETTER = 'A-Za-zÀ-ÖØ-öø-ſΑ-ΡΣ-Ωα-ωА-ё'
/** Characters of which the boundaries need no look-up; between letters, a colon parts words in some languages only. */
const PLAIN = new RegExp(
  `^(?:[${LETTER}\\d \\t\\n\\r\\u00a0\\u2009!-/;-@\\[-^{-~“”„‘’«»–—…€£§]|:(?![${LETTER}]))*$`,
)
/** Letters and digits, with what joins them where it stands between two of a kind (UAX #29, WB6 to WB12). */
const PLAIN_WORD = new RegExp(
  `[${LETTER}\\d]+(?:(?:(?<=[${LETTER}])['.‘’](?=[${LETTER}])|(?<=\\d)['.‘’,;](?=\\d))[${LETTER}\\d]+)*`,
  'g',
)

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
