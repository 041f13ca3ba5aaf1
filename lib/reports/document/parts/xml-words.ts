/** What XML 1.0 (§2.2) takes from nobody, however it is written. */
const NO_CHARACTER = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu

/** Words without what XML cannot hold, which becomes U+FFFD, a unit for a unit. */
export const fitForXml = (words: string) =>
  words.replace(NO_CHARACTER, (one) => '\ufffd'.repeat(one.length))

/** Words as the content of an element. */
export function escaped(words: string): string {
  return fitForXml(words)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\r', '&#13;')
}

/** Words as an attribute's value, between double quotes. */
export function quoted(words: string): string {
  return escaped(words).replaceAll('"', '&quot;').replaceAll('\n', '&#10;').replaceAll('\t', '&#9;')
}

/** An instant as Word writes it, in whole seconds. */
export const secondsOf = (at: string) => at.replace(/\.\d+Z$/, 'Z')
