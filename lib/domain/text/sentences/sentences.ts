import type { Span } from '../blocks'
import { sentenceBoundaries } from '../segmenter'
import { abbreviationsOf } from './abbreviations'
import { itemStarts } from './list-items'
import { GOES_ON, JOIN_RULES, type JoinRule, NUMBER_FOLLOWS, SPLIT_RULES } from './rules'

/**
 * The sentences of one block, in order, without overlap and without the white space around them, as
 * half-open ranges of UTF-16 units: the Unicode boundaries (UAX #29) corrected by rules.
 */
export function sentencesOf(text: string, { start, end }: Span, language: string): Span[] {
  const block = text.slice(start, end)
  const tongue = language.toLowerCase().split(/[-_]/)[0] ?? ''
  const items = itemStarts(block)
  const itemSet = new Set(items)
  const holds = boundaryTest(block, tongue)
  const sentences: Span[] = []
  let from = 0
  for (const boundary of boundariesIn(block, { language, tongue, items })) {
    if (boundary < block.length && !itemSet.has(boundary) && !holds(from, boundary)) continue
    const sentence = trimmed(block, from, boundary)
    if (sentence) add(sentences, { start: start + sentence.start, end: start + sentence.end }, text)
    from = boundary
  }
  return sentences
}

/** Adds a sentence; marks without a letter or a figure belong to the sentence before them on their line. */
function add(sentences: Span[], sentence: Span, text: string) {
  const last = sentences.at(-1)
  const between = text.slice(last?.end ?? 0, sentence.start)
  if (last && between.length < SEEN && !LINE_END.test(between) && !says(text, sentence)) {
    last.end = sentence.end
  } else {
    sentences.push(sentence)
  }
}

const says = (text: string, { start, end }: Span) => /[\p{L}\p{N}]/u.test(text.slice(start, end))

/** Every place where a sentence may end, in order, the block’s end among them. */
function boundariesIn(
  block: string,
  { language, tongue, items }: { language: string; tongue: string; items: readonly number[] },
): number[] {
  const found = new Set([...sentenceBoundaries(block, language), ...items, block.length])
  for (const { at, languages } of SPLIT_RULES) {
    if (languages && !languages.includes(tongue)) continue
    for (const match of block.matchAll(at)) found.add(match.index + match[0].length)
  }
  return [...found].sort((a, b) => a - b)
}

/** How much of a sentence’s end and of the next one’s beginning the rules see, in UTF-16 units. */
const SEEN = 48

const LINE_END = /[\n\r\u2028\u2029]/

/** Tests whether a boundary ends the sentence that began at `from`. */
function boundaryTest(block: string, tongue: string) {
  const rules = JOIN_RULES.filter(({ languages }) => !languages || languages.includes(tongue))
  const abbreviations = abbreviationsOf(tongue)
  return (from: number, boundary: number): boolean => {
    const raw = block.slice(Math.max(from, boundary - SEEN), boundary)
    const before = raw.trimEnd()
    const after = block.slice(boundary, boundary + SEEN)
    if (LINE_END.test(raw.slice(before.length))) {
      return !lineGoesOn({ opening: block.slice(from, from + SEEN), before, after })
    }
    const word = lastWord(before)
    const what = abbreviations.get(word) ?? abbreviations.get(inLowerCase(word))
    if (what && FOLLOWED_BY[what].test(after)) return false
    const inCapitals = what ? undefined : abbreviations.get(withoutCapitals(word))
    if (inCapitals && inCapitals !== 'either' && FOLLOWED_BY[inCapitals].test(after)) return false
    const whole = boundary - from <= SEEN ? before.trimStart() : null
    const attached = raw.length === before.length
    return !rules.some((rule) => applies(rule, { before, whole, after, word, attached }))
  }
}

const FOLLOWED_BY = { inner: /^/, numbered: NUMBER_FOLLOWS, either: GOES_ON }

const OPENING_MARKS = ' \n\t\u00a0\u202f("“‘«[—–-'

/** The last word, as the abbreviations have it: “Lt.” of “(Lt.”, and of “then-Lt.”. */
function lastWord(before: string): string {
  let at = before.length
  while (at > 0 && !OPENING_MARKS.includes(before.charAt(at - 1))) at--
  return before.slice(at)
}

/** An abbreviation as it stands inside a sentence; a capital alone is an initial. */
const inLowerCase = (word: string) =>
  word.length > 2 ? word.charAt(0).toLowerCase() + word.slice(1) : word

/** “GEN.” and “NO.” as they are listed; one of a firm or a state may be any word where all is in capitals. */
const withoutCapitals = (word: string) =>
  /^\p{Lu}{2,}\.$/u.test(word) ? word.charAt(0) + word.slice(1).toLowerCase() : word

type Seen = {
  before: string
  whole: string | null
  after: string
  word: string
  attached: boolean
}

function applies(rule: JoinRule, { before, whole, after, word, attached }: Seen): boolean {
  if (rule.attached && !attached) return false
  if (rule.word && !rule.word.test(word)) return false
  if (rule.after && !rule.after.test(after)) return false
  if (rule.whole && (whole === null || !rule.whole.test(whole))) return false
  return rule.before?.test(before) ?? true
}

/** Whether a line was only wrapped: a begun sentence goes on in lower case, or after a Japanese particle. */
function lineGoesOn(line: { opening: string; before: string; after: string }): boolean {
  if (/[のはがをにでと、，]$/u.test(line.before))
    return /^[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]/u.test(line.after)
  const begun = /^\s*["“‘(]?\p{Lu}\S*[^\S\n\r]+\S+[^\S\n\r]+\S/u.test(line.opening)
  return begun && /[\p{L}\p{N},]$/u.test(line.before) && /^\p{Ll}/u.test(line.after)
}

function trimmed(block: string, from: number, to: number): Span | null {
  const part = block.slice(from, to)
  const start = from + part.length - part.trimStart().length
  const end = from + part.trimEnd().length
  return start < end ? { start, end } : null
}
