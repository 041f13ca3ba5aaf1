import type { PlacedBlock, Span } from '@/lib/domain/text/blocks'
import { sentencesOf } from '@/lib/domain/text/sentences/sentences'

/** What hanging words are looked for in. */
export interface LaidOut {
  text: string
  blocks: readonly PlacedBlock[]
  language: string
}

/**
 * The words that a note's mark hangs on: its sentence as far as the mark, from the mark before it if that stands in the
 * same sentence. A mark after a heading's or a cell's last word hangs on all of it. Null where no words are before it.
 */
export function wordsBeforeMark(
  laidOut: LaidOut,
  at: number,
  marks: readonly number[],
): Span | null {
  const { text, blocks, language } = laidOut
  const block = blocks.find(({ start, end }) => start <= at && at <= end)
  if (!block) return null
  const sentence = sentencesIn(block, text, language).findLast(({ start }) => start < at)
  if (!sentence) return null
  const other = marks.findLast(
    (one) => one < at && one > sentence.start && saysSomething(text.slice(one, at)),
  )
  const end = Math.min(at, Math.max(sentence.end, at))
  const from = other ?? sentence.start
  const printed = MARKS.exec(text.slice(from, end))?.[0].length ?? 0
  return trimmed(text, { start: from + printed, end })
}

/** Marks that are printed before the words, of notes on those before. */
const MARKS = /^\s*(?:\[(?:\d{1,4}|\p{L}{1,2}|[*†‡§]+)\]\s*)*/u

/** Notes often hang on the same block. */
const known = new WeakMap<PlacedBlock, Span[]>()

function sentencesIn(block: PlacedBlock, text: string, language: string): Span[] {
  const found = known.get(block) ?? sentencesOf(text, block, language)
  known.set(block, found)
  return found
}

/** The word that a comment without a range stands at: the one before it, or right around it. Null where there is none. */
export function wordAt({ text, blocks }: LaidOut, at: number): Span | null {
  const block = blocks.find(({ start, end }) => start <= at && at <= end)
  if (!block) return null
  const before = /\S+\s*$/u.exec(text.slice(block.start, at))
  if (!before) return null
  return trimmed(text, { start: at - before[0].length, end: at })
}

/** A range without the white space, and what only parts sentences, at its ends; null where nothing is left. */
export function trimmed(text: string, { start, end }: Span): Span | null {
  const words = text.slice(start, end)
  const first = start + words.length - words.replace(/^[\s,;:.)\]”’»–—-]+/u, '').length
  const last = start + words.trimEnd().length
  return first < last && saysSomething(text.slice(first, last)) ? { start: first, end: last } : null
}

const saysSomething = (words: string) => /[\p{L}\p{N}]/u.test(words)
