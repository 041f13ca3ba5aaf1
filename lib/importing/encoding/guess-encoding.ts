import { analyse } from 'chardet'
import { decodeAs, type EncodingName, encodingNamed } from './encodings'

/** How much of a file is looked at, in bytes. */
const SAMPLE = 64_000

/** The encoding in which bytes that are no UTF-8 most likely make words; a person should look at them. */
export function guessEncoding(bytes: Uint8Array): EncodingName {
  const sample = bytes.subarray(0, SAMPLE)
  const found = analyse(sample).flatMap(({ name, confidence }) => {
    const encoding = encodingNamed(name)
    return encoding ? [{ encoding, isSure: confidence > UNSURE }] : []
  })
  const sure = found.filter(({ isSure }) => isSure).map(({ encoding }) => encoding)
  const unsure = found.filter(({ isSure }) => !isSure).map(({ encoding }) => encoding)
  const candidates = [...sure, ...UNKNOWN, ...unsure.filter((name) => WIDE.has(name))]
  return candidates.find((name) => isPlausible(decodeAs(sample, name))) ?? 'windows-1252'
}

/** What the detector gives, of 100, to everything that bytes could be. */
const UNSURE = 10

/** What the detector does not know, or takes for something else where little is there. */
const UNKNOWN: EncodingName[] = ['windows-1252', 'ibm866', 'x-mac-cyrillic']

const WIDE: ReadonlySet<EncodingName> = new Set([
  'shift_jis',
  'euc-jp',
  'gb18030',
  'big5',
  'euc-kr',
])

/** How many words a sign of a wrong reading is to be outweighed by. */
const WORDS_PER_ODD = 20

/** Whether a text could have been meant: no terminal's signs in it, and hardly a word that nobody writes. */
function isPlausible(text: string): boolean {
  if (/[\u2500-\u259f\ue000-\uf8ff]|(?!\s)\p{Cc}|\ufffd(?!$)/u.test(text)) return false
  const odd = text.match(ODD)?.length ?? 0
  return odd * WORDS_PER_ODD <= (text.match(/\p{L}+/gu)?.length ?? 0)
}

const OTHER = '[\\p{sc=Cyrillic}\\p{sc=Greek}\\p{sc=Hebrew}\\p{sc=Arabic}]'

/** Words of two alphabets, words that go on in capitals, and signs that stand within no word. */
const ODD = new RegExp(
  [
    `\\p{sc=Latin}${OTHER}|${OTHER}\\p{sc=Latin}`,
    '\\p{Ll}(?![A-Z])\\p{Lu}',
    '[\u00a4\u00a6\u00a8\u00ac\u00af\u00b4\u00b8\u00b9\u00b1]\\p{L}',
    '\\p{L}[\u00a2-\u00a9\u00ac\u00ae-\u00b1\u00b4\u00b6\u00b8\u00b9\u00bc\u00be\u00d7\u00f7\u0192\u02c6\u02dc\u2020\u2021\u2026\u2030\u2039\u203a\u201a\u201e\u2260-\u2265\u222b\u221a]\\p{L}',
  ].join('|'),
  'gu',
)
