import { Refusal } from '@/lib/domain/refusal'
import { decodeAs, encodingNamed } from '../encoding/encodings'
import { DOS_LETTERS } from './dos-letters'
import { type Group, groupsOf, isGroup, numberAt } from './group-tree'

/** The code pages of a document: its own, and those of its fonts. */
export class Fonts {
  readonly #own: number
  readonly #fonts = new Map<number, { page: number; name: string; isSymbols: boolean }>()

  constructor(document: Group) {
    const own = numberAt(document, 'ansicpg')
    const has = (word: string) => numberAt(document, word) !== null
    this.#own = own || (has('mac') ? 10_000 : has('pca') ? 850 : has('pc') ? 437 : 1252)
    for (const table of groupsOf(document, 'fonttbl')) {
      const fonts = table.children.filter(isGroup)
      for (const font of fonts.length > 0 ? fonts : [table]) this.#add(font)
    }
  }

  #add(font: Group): void {
    const charset = numberAt(font, 'fcharset') ?? 1
    const name = font.children.filter((one) => typeof one === 'string').join('')
    this.#fonts.set(numberAt(font, 'f') ?? 0, {
      page: numberAt(font, 'cpg') || (PAGES.get(charset) ?? this.#own),
      name: name.replace(/;.*$/s, '').trim(),
      isSymbols: charset === 2,
    })
  }

  /** The name of a font whose letters are pictures and signs; null for one of letters. */
  symbols(font: number): string | null {
    const found = this.#fonts.get(font)
    return found?.isSymbols ? found.name : null
  }

  /** The letters that bytes are in a font. Refuses those of a code page that is not known. */
  letters(bytes: string, font: number): string {
    if (!/[\u0080-\u00ff]/.test(bytes)) return bytes
    const page = this.#fonts.get(font)?.page ?? this.#own
    const dos = DOS_LETTERS.get(page)
    if (dos) return bytes.replace(/[\u0080-\u00ff]/g, (one) => dos[one.charCodeAt(0) - 0x80] ?? one)
    const encoding = encodingNamed(NAMES.get(page) ?? `windows-${page}`)
    if (encoding) return decodeAs(Buffer.from(bytes, 'latin1'), encoding)
    throw new Refusal(
      'invalid',
      `This document has letters in code page ${page}, which is not read. Save it as .docx and open that.`,
    )
  }
}

/** Code pages by the charsets of fonts; the usual one has the document's. */
const PAGES = new Map([
  [0, 1252],
  [77, 10_000],
  [128, 932],
  [129, 949],
  [134, 936],
  [136, 950],
  [161, 1253],
  [162, 1254],
  [163, 1258],
  [177, 1255],
  [178, 1256],
  [186, 1257],
  [204, 1251],
  [222, 874],
  [238, 1250],
])

const NAMES = new Map([
  [866, 'ibm866'],
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [10_000, 'macintosh'],
  [10_007, 'x-mac-cyrillic'],
  [20_866, 'koi8-r'],
  [54_936, 'gb18030'],
  [65_001, 'utf-8'],
])
