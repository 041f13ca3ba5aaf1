const kept = new Map<string, Intl.Segmenter>()

/**
 * Cuts text by the Unicode rules (UAX #29) of a language, or of English where the language is not known here. Each is made
 * once; of many, those that were asked for last are kept, because anybody can name an article's language.
 */
export function segmenterOf(
  language: string,
  granularity: 'word' | 'sentence' | 'grapheme',
): Intl.Segmenter {
  const name = `${granularity} ${language}`
  const known = kept.get(name)
  if (known) return known
  const supported = Intl.Segmenter.supportedLocalesOf([language]).length > 0
  const made = new Intl.Segmenter(supported ? language : 'en', { granularity })
  kept.set(name, made)
  const [oldest] = kept.keys()
  if (kept.size > MOST_KEPT && oldest) kept.delete(oldest)
  return made
}

/** How many are kept: three for each of some twenty languages. */
const MOST_KEPT = 60

/** The longest piece to segment at once, in UTF-16 units: `Intl.Segmenter` takes quadratic time over a long text. */
export const PIECE = 2_000

/** How far a sentence boundary can depend on what follows it (SB8 looks for the next letter), in UTF-16 units. */
const LOOKAHEAD = 100

/**
 * The sentence boundaries of UAX #29 within a text, in UTF-16 units. They depend on nothing before the last one:
 * the next piece begins there.
 */
export function sentenceBoundaries(text: string, language: string): number[] {
  const segmenter = segmenterOf(language, 'sentence')
  const boundaries: number[] = []
  let from = 0
  while (from < text.length) {
    const to = Math.min(from + PIECE, text.length)
    const sure = to === text.length ? to : to - LOOKAHEAD
    const found = [...segmenter.segment(text.slice(from, to))]
      .map(({ index }) => from + index)
      .filter((at) => at > from && at <= sure)
    boundaries.push(...found)
    from = to === text.length ? to : (found.at(-1) ?? sure)
  }
  return boundaries
}
