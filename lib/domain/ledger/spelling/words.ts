import type { Span } from '../../text/blocks'

/** A word of a text or a name, in UTF-16 units of what it stands in; a possessive ending is no part of it. */
export interface Word extends Span {
  text: string
  /** Without case and marks, so that `Erdoğan` and `ERDOGAN` are one. */
  folded: string
  /** Whether it begins with a capital, or is of a script that has none. */
  isCapital: boolean
}

/** The words of a text in order, cut at hyphens; a script that puts no space between words gives one for a whole run. */
export function ledgerWords(text: string, language = 'en', offset = 0): Word[] {
  const isTurkish = /^(?:tr|az)\b/i.test(language)
  const words: Word[] = []
  for (const { 0: raw, index } of text.matchAll(WORD)) {
    const start = offset + index
    if (PLAIN.test(raw)) {
      const isCapital = raw.charCodeAt(0) < SMALL_A
      words.push({
        start,
        end: start + raw.length,
        text: raw,
        folded: raw.toLowerCase(),
        isCapital,
      })
      continue
    }
    const core = raw.replace(isTurkish ? ANY_ENDING : POSSESSIVE, '')
    const isCapital = !SMALL.test(core)
    words.push({ start, end: start + core.length, text: core, folded: folded(core), isCapital })
  }
  return words
}

const WORD = /[\p{L}\p{M}\p{N}]+(?:[’'ʼ‘][\p{L}\p{M}]+)*/gu
const POSSESSIVE = /[’'ʼ‘]s$/i
const ANY_ENDING = /[’'ʼ‘]\p{Ll}{1,5}$/u
const SMALL = /^\p{Ll}/u
/** Letters and digits that need no folding but for their case, as most words are. */
const PLAIN = /^[A-Za-z0-9]+$/
const SMALL_A = 97

/** A word without case, marks and the form of its apostrophe. */
export function folded(word: string): string {
  const small = word.toLowerCase()
  if (PLAIN.test(small)) return small
  return small
    .replace(/[ßøłđðæœıþ]/g, (letter) => LETTERS[letter] ?? letter)
    .normalize('NFKD')
    .replace(/[\p{M}ـ]/gu, '')
    .replace(/[’ʼ‘]/g, "'")
}

const LETTERS: Record<string, string> = {
  ...{ ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', æ: 'ae', œ: 'oe', ı: 'i', þ: 'th' },
}

/** How a word looks on the page but for its case, so that only marks and letters tell two apart. */
export const printedForm = (word: string) =>
  word.normalize('NFC').toLowerCase().replace(/[’ʼ‘]/g, "'")

/** A name in the order in which a text prints it: `Chemezov, Sergei` is `Sergei Chemezov`. */
export function inPrintOrder(name: string): string {
  const [last, first, ...more] = name.split(',').map((part) => part.trim())
  return last && first && more.length === 0 ? `${first} ${last}` : name.trim()
}

/** What two entries about one thing have in common, however they are written; empty where nothing of them is a word. */
export const subjectKey = (subject: string) =>
  ledgerWords(inPrintOrder(subject))
    .map((word) => word.folded)
    .join(' ')
