import type { Ledger } from './ledger'
import { asRaised, type Height } from './raised-figures'
import { hasWords } from './words'

/** Gives raised or lowered words as they stand on the line after `before`, and writes down what became of them. */
export function writeRaised(
  ledger: Ledger,
  { before, words, height }: { before: string; words: string; height: Height },
): string {
  if (height === 'raised' && isEnding(before, words)) {
    const stem = /[\p{L}\p{N}]*$/u.exec(before)?.[0] ?? ''
    const put = stem + words
    ledger.write('ordinal', null, { words: put, took: `${stem} ${words}`, put })
    return words
  }
  const made = asOrdinal(before, words) ?? asRaised(words, height)
  const stem = /\S*$/u.exec(before)?.[0] ?? ''
  if (hasWords(words)) {
    const shorter = before.slice(0, before.length - stem.length)
    ledger.write('raised', null, { words: stem + made, before: shorter })
  }
  return made
}

/** The signs of ordinal numbers: 1º, 2ª, Nº. */
function asOrdinal(before: string, words: string): string | null {
  if (!/(?:\d|\b[Nn])\.?$/.test(before)) return null
  return words === 'o' ? 'º' : words === 'a' ? 'ª' : null
}

/** Whether raised letters only end a word as some write it: 1st, XXe, Mme. */
function isEnding(before: string, words: string): boolean {
  if (/\d$/.test(before))
    return /^(?:st|nd|rd|th|er|ers|re|res|ère|e|es|ème|èmes|nde?|d)$/i.test(words)
  if (/(?:^|[^\p{L}])[IVXLC]+$/u.test(before)) return /^(?:er|re|e|es|ème)$/i.test(words)
  return /(?:^|[^\p{L}])[MD]$/u.test(before) && /^(?:me|mes|lle|lles|r|gr|rs)$/i.test(words)
}
