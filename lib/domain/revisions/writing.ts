/** Who wrote which words of a text, by record: whoever brought them in, whatever the list of writers says later. */

import { isSameWording } from '../claims/standing'
import type { Span } from '../text/blocks'
import type { Alignment } from '../text/diff/alignment'
import type { Token } from '../text/tokens'
import type { VerdictKind } from '../vocabulary'

/** Ids of the people behind some words. */
export interface Writers {
  /** Who brought the words in, and who was listed as a writer of the article then. */
  by: readonly string[]
  /** Who proposed the words while somebody else decided that they come in. */
  asked: readonly string[]
}

/** A stretch of one text, in UTF-16 units, and who wrote it. */
export interface Writing extends Span, Writers {}

/** The record of a first text, all of which comes in at once. */
export function firstWriting(text: string, by: readonly string[]): Writing[] {
  return [{ start: 0, end: text.length, by: unique(by), asked: [] }]
}

/** The record of a text that is copied whole: its writers stay, and whoever brings the copy in is one of them. */
export function copiedWriting(written: readonly Writing[], by: readonly string[]): Writing[] {
  return written.map((one) => ({ ...one, by: unique([...one.by, ...by]) }))
}

/**
 * The record of a text that came of an older one. Words that are in both keep their writers; `broughtAt` says whose the
 * others are. Where words stand side by side that did not before, within a sentence, the words on either side are
 * also theirs who brought that about: to cut a “not” is to write. What stays is told by letters, digits and
 * symbols; white space, punctuation and typographic forms are nobody's words.
 */
export function writingAfter(
  { old, now, toOld }: Alignment,
  before: readonly Writing[],
  broughtAt: (words: Span) => Writers,
): Writing[] {
  const [was, is] = [wordsIn(old), wordsIn(now)]
  const rank = new Map(was.map(({ at }, nth) => [at, nth]))
  const from = is.map(({ at }) => rank.get(toOld[at] ?? -1) ?? null)
  const written: Writing[] = []
  for (const [nth, { token }] of is.entries()) {
    const origin = from[nth] ?? null
    const word = origin === null ? null : was[origin]
    const kept = word && writersAt(before, word.token)
    const isAsItWas =
      origin !== null && joins(was, from, nth - 1, old.text) && joins(was, from, nth, old.text)
    const brought = isAsItWas ? null : broughtAt(token)
    add(written, token, together(kept ?? null, brought))
  }
  return written
}

/** Everybody who wrote any of these words, or any of the text. */
export function writersOf(
  written: readonly Writing[],
  words: Span = { start: 0, end: Number.POSITIVE_INFINITY },
): string[] {
  return unique(within(written, words).flatMap(({ by, asked }) => [...by, ...asked]))
}

/**
 * Everybody who wrote words of a claim, and so may not check it. Somebody whose own check found the claim right once it
 * said just this, and whose wording another person then accepted, checked these words before they came in.
 */
export function writersOfClaim(
  written: readonly Writing[],
  claim: {
    anchor: Span & { exact: string }
    verdicts: readonly { verdict: VerdictKind; change: string; givenById: string }[]
  },
): string[] {
  const { anchor, verdicts } = claim
  const foundSo = verdicts
    .filter(({ verdict }) => verdict === 'ok_with_change')
    .filter(({ change }) => isSameWording(change, anchor.exact))
    .map(({ givenById }) => givenById)
  return unique(
    within(written, anchor).flatMap(({ by, asked }) => [
      ...by,
      ...asked.filter((one) => !foundSo.includes(one)),
    ]),
  )
}

interface Word {
  /** Its place among the tokens. */
  at: number
  token: Token
}

/** A mark that is read aloud: a currency, a degree, a sign of per cent. */
const SYMBOL = /[\p{S}%‰]/u

function wordsIn({ text, tokens }: Alignment['now']): Word[] {
  return tokens.flatMap((token, at) => {
    const { kind, start, end } = token
    const isWord = kind === 'word' || kind === 'unspaced' || SYMBOL.test(text.slice(start, end))
    return isWord ? [{ at, token }] : []
  })
}

/**
 * Whether a word of the new text and the next one stand beside each other as they did before: they followed each other
 * then, or the one ended a sentence and the other began one, so that whole sentences were moved, cut or put between.
 */
function joins(
  was: readonly Word[],
  from: readonly (number | null)[],
  nth: number,
  text: string,
): boolean {
  const [one, other] = [from[nth], from[nth + 1]]
  // A new word is its bringer's already; beside it, the old ones are as they were.
  if (one === null || other === null) return true
  const [last, first] = [one ?? -1, other ?? was.length]
  if (first === last + 1) return true
  return isBorder(was, last, text) && isBorder(was, first - 1, text)
}

/** Whether a sentence ends after this word: at the text's ends, before a line break, or with a mark that ends one. */
function isBorder(was: readonly Word[], nth: number, text: string): boolean {
  const [before, after] = [was[nth], was[nth + 1]]
  if (!before || !after) return true
  return SENTENCE_END.test(text.slice(before.token.end, after.token.start))
}

const SENTENCE_END = /\n|[。！？]|[.?!…]\P{L}*\s/u

function writersAt(written: readonly Writing[], { start }: Span): Writers | null {
  let [low, high] = [0, written.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((written[middle]?.end ?? 0) > start) high = middle
    else low = middle + 1
  }
  const found = written[low]
  return found && found.start <= start ? found : null
}

function together(kept: Writers | null, brought: Writers | null): Writers {
  if (kept && brought) {
    return {
      by: unique([...kept.by, ...brought.by]),
      asked: unique([...kept.asked, ...brought.asked]),
    }
  }
  return kept ?? brought ?? { by: [], asked: [] }
}

/** Adds a word; one of the same writers as the word before it makes that stretch longer. */
function add(written: Writing[], { start, end }: Span, { by, asked }: Writers): void {
  const last = written.at(-1)
  if (last && isSame(last.by, by) && isSame(last.asked, asked)) last.end = end
  else written.push({ start, end, by: [...by], asked: [...asked] })
}

const isSame = (some: readonly string[], others: readonly string[]) =>
  some.length === others.length && some.every((one, at) => one === others[at])

const within = (written: readonly Writing[], { start, end }: Span) =>
  written.filter((one) => one.start < end && start < one.end)

const unique = (ids: readonly string[]) => [...new Set(ids)].sort()
