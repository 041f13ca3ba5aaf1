import { decodeAs, type EncodingName, encodingNamed } from './encodings'
import { guessEncoding } from './guess-encoding'

/** How a file's bytes were read, and how that was known. */
export interface UsedEncoding {
  name: EncodingName
  from: 'chosen' | 'mark' | 'declared' | 'bytes' | 'guessed'
}

/**
 * Decodes the bytes of a text file: as chosen, by its byte order mark, by what an HTML file says of itself, as UTF-8
 * where it can be that, and else by a guess. The mark is left out.
 */
export function decode(
  bytes: Uint8Array,
  { isHtml, chosen }: { isHtml: boolean; chosen?: EncodingName },
): { content: string; encoding: UsedEncoding } {
  const encoding = encodingOf(bytes, isHtml, chosen)
  return { content: decodeAs(bytes, encoding.name), encoding }
}

function encodingOf(bytes: Uint8Array, isHtml: boolean, chosen?: EncodingName): UsedEncoding {
  if (chosen) return { name: chosen, from: 'chosen' }
  const marked = encodingOfMark(bytes)
  if (marked) return { name: marked, from: 'mark' }
  const declared = isHtml ? declaredEncoding(bytes) : null
  if (declared && declared !== 'utf-8') return { name: declared, from: 'declared' }
  const wide = wideEncoding(bytes)
  if (wide) return { name: wide, from: 'guessed' }
  if (isUtf8(bytes)) {
    // ISO 2022 writes Japanese in ASCII after an escape.
    const isEscaped = bytes.includes(0x1b) && guessEncoding(bytes) === 'iso-2022-jp'
    if (isEscaped) return { name: 'iso-2022-jp', from: 'guessed' }
    return { name: 'utf-8', from: declared ? 'declared' : 'bytes' }
  }
  return { name: guessEncoding(bytes), from: 'guessed' }
}

function encodingOfMark([first, second, third]: Uint8Array): EncodingName | null {
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

/** How far into a file a browser looks for its encoding, in bytes (HTML Standard §13.2.3.2). */
const PRESCAN = 1024

function declaredEncoding(bytes: Uint8Array): EncodingName | null {
  const beginning = decodeAs(bytes.subarray(0, PRESCAN), 'windows-1252')
  const label =
    /<meta[^>]+charset\s*=\s*["']?\s*([\w.:-]+)/i.exec(beginning)?.[1] ??
    /^\s*<\?xml[^>]+encoding\s*=\s*["']([\w.:-]+)/i.exec(beginning)?.[1]
  // What could be read as ASCII so far is not UTF-16, whatever it says.
  return label && !/^utf-?16/i.test(label) ? encodingNamed(label) : null
}

/** UTF-16 without a mark: in most scripts every other byte of its spaces, digits and line ends is zero. */
function wideEncoding(bytes: Uint8Array): EncodingName | null {
  const sample = bytes.subarray(0, PRESCAN)
  const zeros = [0, 0]
  sample.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  })
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) * 10 < sample.length || Math.min(even, odd) * 4 > Math.max(even, odd)) {
    return null
  }
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Whether bytes are UTF-8, or a few damaged ones among many that are, as in a file that was cut. */
function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    const text = decodeAs(bytes, 'utf-8')
    const damaged = text.split('\ufffd').length - 1
    const whole = (text.match(/[^\0-\u007f\ufffd]/g) ?? []).length
    return whole >= damaged * MOST_WHOLE
  }
}

/** How many whole characters beyond ASCII outweigh a damaged one. */
const MOST_WHOLE = 10
