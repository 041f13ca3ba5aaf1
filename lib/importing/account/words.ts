import { levelled } from './raised-figures'

/**
 * The words and figures of a text in its order: runs of letters and digits. Raised and lowered ones are words of their
 * own, on the line; of Chinese and Japanese, which have no spaces, every character is a word.
 */
export function accountWords(text: string): string[] {
  const runs = text.normalize('NFC').match(RUN) ?? []
  return runs.flatMap((run) => (SHIFTED.test(run) ? wordsOnTheLine(run) : run))
}

/** Raised or lowered signs and brackets are no part of a word, as they are none on the line. */
function wordsOnTheLine(run: string): string[] {
  return (
    [...run]
      .map(levelled)
      .join('')
      .match(/[\p{L}\p{N}]+/gu) ?? []
  )
}

const SHIFTED_SET =
  '\\u00aa\\u00b2\\u00b3\\u00b9\\u00ba\\u02b0-\\u02b8\\u02e0-\\u02e4\\u1d2c-\\u1d6a\\u1d78\\u1d9b-\\u1dbf\\u2070-\\u209c\\u2c7c\\u2c7d'
const WIDE = '\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}'
const SHIFTED = new RegExp(`^[${SHIFTED_SET}\\u2120\\u2122]`, 'u')
const RUN = new RegExp(
  `[${SHIFTED_SET}]+|[\\u2120\\u2122]|(?=[${WIDE}])[\\p{L}\\p{N}]\\p{M}*|(?:(?![${SHIFTED_SET}${WIDE}])[\\p{L}\\p{M}\\p{N}])+`,
  'gu',
)

/** Whether there is anything in a text that an account has to tell of. */
export const hasWords = (text: string) => /[\p{L}\p{N}]/u.test(text)
