const kept = new Map<string, Intl.Segmenter>()

/** Cuts text by the Unicode rules (UAX #29) of a language, or of English where the language is not known here; made once for each. */
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
  return made
}
