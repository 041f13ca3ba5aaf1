import type { Span } from '../text/blocks'

/** A word that is looked for, in the forms in which it is found: one that is marked with ~ is without its ending. */
export interface SoughtWord {
  word: string
  forms: readonly string[]
}

/**
 * Where the words that were looked for stand in a text, in its order: as they were typed, and with other endings.
 * A phrase is marked as a whole.
 */
export function findSought(
  text: string,
  sought: readonly SoughtWord[],
  phrases: readonly string[],
): Span[] {
  const folded = foldInPlace(text)
  const spans = phrases.flatMap((phrase) =>
    placesOf(folded.text, foldWords(phrase)).map(folded.back),
  )
  const exact = new Set(
    sought.flatMap(({ word, forms }) => [word, ...forms.filter((form) => !form.startsWith('~'))]),
  )
  const stems = sought.flatMap(({ forms }) =>
    forms.flatMap((form) => (form.startsWith('~') && form.length > 2 ? form.slice(1) : [])),
  )
  for (const match of folded.text.matchAll(WORD)) {
    const [found] = match
    if (!exact.has(found) && !stems.some((stem) => hasStem(found, stem))) continue
    spans.push(folded.back({ start: match.index, end: match.index + found.length }))
  }
  for (const { word } of sought)
    if (UNSPACED.test(word)) spans.push(...placesOf(folded.text, word).map(folded.back))
  return joined(spans)
}

/** The part of a text that shows most of what was looked for, about as long as asked, cut at spaces. */
export function findBestPart(text: string, spans: readonly Span[], length: number): Span {
  if (text.length <= length) return { start: 0, end: text.length }
  let best = { start: 0, count: 0 }
  for (const { start } of spans) {
    const count = spans.filter(
      (one) => one.start >= start && one.end <= start + length * 0.7,
    ).length
    if (count > best.count) best = { start, count }
  }
  const from = Math.max(0, best.start - Math.round(length * 0.3))
  const start = from === 0 ? 0 : spaceAfter(text, from)
  const to = Math.min(text.length, start + length)
  return { start, end: to === text.length ? to : spaceBefore(text, to, start) }
}

/** Words as the index compares them: without case and marks, one form where a script has several. */
export function foldWords(words: string): string {
  return foldInPlace(words).text
}

const WORD = /[\p{L}\p{N}]+/gu
/** The marks that are taken from letters, and what is not seen. */
const MARKS = new RegExp(
  [
    ...[
      '\\u0300-\\u036f',
      '\\u0483-\\u0487',
      '\\u0591-\\u05bd',
      '\\u0610-\\u061a',
      '\\u064b-\\u065f',
      '\\u0670',
    ],
    ...[
      '\\u06d6-\\u06dc',
      '\\u1ab0-\\u1aff',
      '\\u1dc0-\\u1dff',
      '\\u20d0-\\u20ff',
      '\\ufe20-\\ufe2f',
    ],
    ...['\\u0640', '\\u00ad', '\\u200b-\\u200d', '\\ufeff'],
  ]
    .map((range) => `[${range}]`)
    .join('|'),
  'g',
)
/** Scripts without spaces, of which the index has pairs of characters. */
const UNSPACED =
  /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\u{20000}-\u{3ffff}]/u

/** How much longer than its stem a word may be. */
const ENDING = 5

const hasStem = (word: string, stem: string) =>
  word.startsWith(stem) && word.length - stem.length <= ENDING && stem.length >= 3

const ONE_FORM: Record<string, string> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ı: 'i', ł: 'l', ø: 'o', đ: 'd', ð: 'd' },
  ...{ ة: 'ه', ى: 'ي', ک: 'ك', ی: 'ي' },
}

function foldCharacter(character: string): string {
  if (character <= '\u007f') return character.toLowerCase()
  const plain = character.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(MARKS, '')
  return [...plain].map((one) => ONE_FORM[one] ?? digitOf(one)).join('')
}

/** Arabic and Persian digits as the others. */
function digitOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  if (code >= 0x660 && code <= 0x669) return String(code - 0x660)
  return code >= 0x6f0 && code <= 0x6f9 ? String(code - 0x6f0) : character
}

/** A text folded, with the way back to the places in it. */
function foldInPlace(text: string): { text: string; back: (span: Span) => Span } {
  const from: number[] = []
  let folded = ''
  let at = 0
  for (const character of text) {
    const isSeparator = /[.,'\u00a0\u2009\u202f\u2019]/.test(character) && isThousands(text, at)
    const plain = isSeparator ? '' : foldCharacter(character)
    for (let unit = 0; unit < plain.length; unit++) from.push(at)
    folded += plain
    at += character.length
  }
  from.push(text.length)
  const back = ({ start, end }: Span): Span => {
    const first = from[start] ?? text.length
    const last = from[end - 1] ?? first
    let after = last + (String.fromCodePoint(text.codePointAt(last) ?? 0).length || 1)
    while (after < text.length && foldCharacter(text.charAt(after)) === '') after++
    return { start: first, end: Math.min(after, text.length) }
  }
  return { text: folded, back }
}

const isThousands = (text: string, at: number) =>
  /\d/.test(text.charAt(at - 1)) && /^\d{3}(?!\d)/.test(text.slice(at + 1, at + 5))

function placesOf(text: string, words: string): Span[] {
  if (words === '') return []
  const places: Span[] = []
  for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + words.length)) {
    places.push({ start: at, end: at + words.length })
  }
  return places
}

function joined(spans: Span[]): Span[] {
  const result: Span[] = []
  for (const span of spans.sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = result.at(-1)
    if (last && span.start <= last.end) last.end = Math.max(last.end, span.end)
    else result.push({ ...span })
  }
  return result
}

function spaceAfter(text: string, at: number): number {
  const space = text.slice(at, at + 40).search(/\s/)
  return space < 0 ? at : at + space + 1
}

function spaceBefore(text: string, at: number, start: number): number {
  const part = text.slice(start, at)
  const space = part.search(/\s\S*$/)
  return space > part.length - 40 && space > 0 ? start + space : at
}
