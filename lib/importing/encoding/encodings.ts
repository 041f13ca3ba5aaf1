/** The encodings that a text can be read in, by the names of the WHATWG Encoding Standard, and what they are for. */
export const ENCODINGS = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16, little end first',
  'utf-16be': 'UTF-16, big end first',
  'windows-1252': 'Western European (Windows)',
  macintosh: 'Western European (old Mac)',
  'windows-1250': 'Central European (Windows)',
  'iso-8859-2': 'Central European (ISO)',
  'windows-1251': 'Cyrillic (Windows)',
  'koi8-r': 'Cyrillic (KOI8)',
  'iso-8859-5': 'Cyrillic (ISO)',
  ibm866: 'Cyrillic (DOS)',
  'x-mac-cyrillic': 'Cyrillic (old Mac)',
  'windows-1253': 'Greek',
  'windows-1254': 'Turkish',
  'windows-1255': 'Hebrew',
  'windows-1256': 'Arabic',
  'windows-1257': 'Baltic',
  'windows-1258': 'Vietnamese',
  'windows-874': 'Thai',
  shift_jis: 'Japanese (Shift JIS)',
  'euc-jp': 'Japanese (EUC)',
  'iso-2022-jp': 'Japanese (ISO 2022)',
  gb18030: 'Chinese, simplified',
  big5: 'Chinese, traditional',
  'euc-kr': 'Korean',
} as const

export type EncodingName = keyof typeof ENCODINGS

/** The encoding that a label stands for, or null for one that no text is read in. */
export function encodingNamed(label: string): EncodingName | null {
  try {
    const { encoding } = new TextDecoder(label.trim())
    const name = STANDS_IN[encoding] ?? encoding
    return isEncoding(name) ? name : null
  } catch {
    return null
  }
}

/** ISO encodings whose Windows kin has every letter of theirs at the same place, and quotation marks and dashes besides. */
const STANDS_IN: Record<string, string> = {
  'iso-8859-1': 'windows-1252',
  'iso-8859-7': 'windows-1253',
  'iso-8859-8': 'windows-1255',
  'iso-8859-8-i': 'windows-1255',
  'iso-8859-9': 'windows-1254',
  gbk: 'gb18030',
}

const isEncoding = (name: string): name is EncodingName => Object.hasOwn(ENCODINGS, name)

/** Decodes all of the bytes; what is no character of the encoding becomes U+FFFD. A byte order mark is left out. */
export function decodeAs(bytes: Uint8Array, name: EncodingName): string {
  // As a stream, because Node 20 otherwise reads windows-1252 as ISO 8859-1, without curly quotes and dashes.
  const decoder = new TextDecoder(name)
  return decoder.decode(bytes, { stream: true }) + decoder.decode()
}
