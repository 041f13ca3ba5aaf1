/** The signs of the font Symbol by their places in it (Adobe's Symbol encoding), as far as texts use them. */
const SYMBOL = new Map<number, string>([
  ...between(0x41, 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'),
  ...between(0x61, 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'),
  ...between(0x30, '0123456789'),
  [0x20, ' '],
  [0x2d, '−'],
  [0xa0, '€'],
  [0xa3, '≤'],
  [0xa5, '∞'],
  [0xa7, '♣'],
  [0xab, '↔'],
  [0xac, '←'],
  [0xae, '→'],
  [0xb0, '°'],
  [0xb1, '±'],
  [0xb3, '≥'],
  [0xb4, '×'],
  [0xb7, '•'],
  [0xb8, '÷'],
  [0xb9, '≠'],
  [0xbb, '≈'],
  [0xbc, '…'],
  [0xd2, '®'],
  [0xd3, '©'],
  [0xd4, '™'],
  [0xd6, '√'],
  [0xe5, '∑'],
])

/** What a sign of a font of signs is as a character; null where it is only a picture. Word adds F000 to such codes. */
export function symbolOf(font: string, code: number): string | null {
  if (!Number.isInteger(code)) return null
  const place = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  if (/^symbol$/i.test(font)) return SYMBOL.get(place) ?? null
  const isPrivate = code >= 0xe000 && code <= 0xf8ff
  if (isPrivate || /wingdings|webdings|dingbats/i.test(font)) return null
  return code > 0x1f && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff)
    ? String.fromCodePoint(code)
    : null
}

function between(first: number, signs: string): [number, string][] {
  return [...signs].map((sign, at) => [first + at, sign])
}
