/**
 * Decodes the bytes of a text file: by its byte order mark, else by what an HTML file says of itself,
 * else as UTF-8, and as windows-1252 where it is not that. The mark is left out.
 */
export function decode(bytes: Uint8Array, { isHtml }: { isHtml: boolean }): string {
  const marked = encodingOfMark(bytes)
  if (marked) return new TextDecoder(marked).decode(bytes)
  const declared = isHtml ? declaredDecoder(bytes) : null
  if (declared?.encoding === WESTERN) return decodeWestern(bytes)
  if (declared && declared.encoding !== 'utf-8') return declared.decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeWestern(bytes)
  }
}

const WESTERN = 'windows-1252'

/** As a stream, because Node 20 otherwise reads it as ISO 8859-1, without curly quotes and dashes. */
function decodeWestern(bytes: Uint8Array): string {
  return new TextDecoder(WESTERN).decode(bytes, { stream: true })
}

function encodingOfMark([first, second, third]: Uint8Array): string | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** How far into a file a browser looks for its encoding, in bytes (HTML Standard §13.2.3.2). */
const PRESCAN = 1024

function declaredDecoder(bytes: Uint8Array): TextDecoder | null {
  const beginning = decodeWestern(bytes.subarray(0, PRESCAN))
  const label = /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(beginning)?.[1]
  // What could be read as ASCII so far is not UTF-16, whatever it says.
  if (!label || /^utf-?16/i.test(label)) return null
  try {
    return new TextDecoder(label)
  } catch {
    return null
  }
}
