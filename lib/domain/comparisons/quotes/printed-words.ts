import type { Span } from '../../text/blocks'
import type { Tokenised } from '../../text/typography'
import { partOf } from './compared-words'

/** A word of the print that is compared, or a stretch of the newsroom's own words, which stands for any of the source. */
export interface PrintedWord extends Span {
  /** `bracketed`: words in square brackets. `attribution`: words outside of the quotation marks. */
  by: 'speaker' | 'bracketed' | 'attribution'
  /** As it is compared; with letters in brackets read as its own: `[T]he` is `The`. */
  key: string
  /** Its first token, by index, and the one after its last. */
  from: number
  to: number
  /** Whether letters of the word stand in brackets. */
  isPatched: boolean
  /** Whether the print has a mark of omission right behind it. */
  isCut: boolean
}

/**
 * The words of a printed quotation, in order. Square brackets that stand in the source too are the speaker's; a mark of
 * omission may stand in brackets of any kind. `outside` are spans that are known to be no part of the quotation.
 */
export function printedWords(
  printed: Tokenised,
  source: string,
  outside: readonly Span[] = [],
): PrintedWord[] {
  const words: PrintedWord[] = []
  for (let at = 0; at < printed.tokens.length; ) {
    const token = printed.tokens[at]
    if (!token) break
    const next =
      outsideFrom(printed, at, outside) ??
      patchedFrom(printed, at) ??
      bracketFrom(printed, at, source)
    if (next) words.push(next)
    else if (partOf(token) === 'word') words.push(plain(printed, at))
    else if (partOf(token) === 'ellipsis') cut(words.at(-1))
    at = next?.to ?? at + 1
  }
  return words
}

function cut(word: PrintedWord | undefined): void {
  if (word) word.isCut = true
}

const WORD = { by: 'speaker', isPatched: false, isCut: false } as const

function plain({ tokens }: Tokenised, at: number): PrintedWord {
  const { start = 0, end = 0, key = '' } = tokens[at] ?? {}
  return { ...WORD, start, end, key, from: at, to: at + 1 }
}

function outsideFrom(
  { tokens }: Tokenised,
  at: number,
  outside: readonly Span[],
): PrintedWord | null {
  const start = tokens[at]?.start ?? 0
  const span = outside.find((one) => one.start <= start && start < one.end)
  if (!span) return null
  let to = at
  while ((tokens[to]?.start ?? Infinity) < span.end) to++
  const end = tokens[to - 1]?.end ?? start
  const hasWords = tokens.slice(at, to).some((token) => partOf(token) === 'word')
  return hasWords ? { ...WORD, by: 'attribution', key: '', start, end, from: at, to } : null
}

const OPENS = /^[[［〔]$/
const CLOSES = /^[\]］〕]$/

/** `[T]he`, `want[ed]`: letters in brackets without a space to the rest of their word. */
function patchedFrom({ text, tokens }: Tokenised, at: number): PrintedWord | null {
  const start = tokens[at]?.start ?? 0
  const [raw = ''] = text.slice(start, start + LONGEST_WORD).match(PATCHED) ?? []
  if (!raw) return null
  let to = at
  while ((tokens[to]?.start ?? Infinity) < start + raw.length) to++
  const key = raw
    .normalize()
    .replace(/[[\]’‘ʼ]/g, (mark) => (mark === '[' || mark === ']' ? '' : "'"))
  return { ...WORD, isPatched: true, key, start, end: start + raw.length, from: at, to }
}

const LONGEST_WORD = 100
const IN_WORD = "[\\p{L}\\p{M}'’]"
const PATCHED = new RegExp(
  `^(?:\\[\\p{L}{1,12}\\]${IN_WORD}+|${IN_WORD}+\\[\\p{L}{1,12}\\]${IN_WORD}*)`,
  'u',
)

/** Words in square brackets; nothing where the bracket holds none, never closes, or is the source's own. */
function bracketFrom(printed: Tokenised, at: number, source: string): PrintedWord | null {
  const { text, tokens } = printed
  const open = tokens[at]
  if (!open || !OPENS.test(open.key)) return null
  const length = tokens.slice(at, at + MOST_BRACKETED).findIndex(({ key }) => CLOSES.test(key))
  const close = tokens[at + length]
  if (length < 0 || !close) return null
  const inner = tokens.slice(at + 1, at + length)
  if (!inner.some((token) => partOf(token) === 'word')) return null
  if (source.includes(text.slice(open.start, close.end))) return null
  const span = { start: open.start, end: close.end }
  return { ...WORD, by: 'bracketed', key: '', ...span, from: at, to: at + length + 1 }
}

/** A bracket that has not closed after so many tokens was never meant to. */
const MOST_BRACKETED = 80
