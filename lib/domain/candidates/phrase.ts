import { bisect } from '../text/bisect'
import type { Span } from '../text/blocks'
import {
  ARTICLES,
  BE_AND_HAVE,
  CONJUNCTIONS,
  MODALS,
  PREPOSITIONS,
  PRONOUNS,
  RELATIVES,
  wordSet,
} from '../text/english'
import type { Growth } from './rule'

/** A sentence with the marks and words that part its clauses, in order. */
export interface Clauses extends Span {
  breaks: readonly Span[]
}

/** Marks and words between clauses; a comma or dash inside a number is none, nor a dash that is its sign. */
const BREAK =
  /[;:()“”"«»[\]\n]|—(?!\d)|–(?![\d.$€£])|,(?!\d)|\s(?:but|that|which|who|whose|when|while|whereas|because(?! of)|although|though|if|unless|where)(?=\s)/g

/** Finds the clauses of an English sentence. */
export function clausesOf(words: string, { start, end }: Span): Clauses {
  const breaks: Span[] = []
  BREAK.lastIndex = 0
  for (let match = BREAK.exec(words); match; match = BREAK.exec(words)) {
    breaks.push({ start: start + match.index, end: start + BREAK.lastIndex })
  }
  return { start, end, breaks }
}

/** The phrase around a rule’s core that is sensible to mark, inside its sentence. */
export function phraseAround(text: string, clauses: Clauses, core: Span, growth: Growth): Span {
  if (growth === 'before') return { start: openingBefore(text, clauses, core), end: core.start }
  const next = breakAfter(clauses, core.end)
  const clauseEnd = lastWordBy(text, core.end, clauses.breaks[next]?.start ?? clauses.end)
  if (growth === 'after') return { start: core.end, end: clauseEnd }
  const previous = clauses.breaks[breakAfter(clauses, core.start, next) - 1]
  const clauseStart = firstWordFrom(text, previous?.end ?? clauses.start, core.start)
  if (growth === 'clause') return { start: clauseStart, end: clauseEnd }
  return {
    start: clauseStart + predicateStart(text.slice(clauseStart, core.start)),
    end: core.end + nounEnd(text.slice(core.end, clauseEnd)),
  }
}

/** How far a phrase can reach to either side of its core, in UTF-16 units. */
const FAR = 160

/** The index of the first break that begins at or after a place. */
const breakAfter = ({ breaks }: Clauses, place: number, most = breaks.length) =>
  bisect(most, (index) => (breaks[index]?.start ?? place) >= place)

function firstWordFrom(text: string, from: number, to: number): number {
  if (to - from <= FAR) return from
  const space = text.indexOf(' ', to - FAR)
  return space < 0 || space > to ? to : space
}

function lastWordBy(text: string, from: number, to: number): number {
  return to - from <= FAR
    ? to
    : Math.max(from, text.slice(from, from + FAR).lastIndexOf(' ') + from)
}

/** Where what is said before its attribution begins, as far back as the last quotation mark. */
function openingBefore(text: string, clauses: Clauses, core: Span): number {
  const from = firstWordFrom(text, clauses.start, core.start)
  return from + text.slice(from, core.start).search(/[^“”"«»]*$/)
}

/** What else parts two figures of one clause. */
const JOINS = new Set(['and', 'or', 'as', 'than', 'to'])

const AUXILIARY = wordSet(BE_AND_HAVE, MODALS)
const VERBS = wordSet(
  'made paid spent took gave sent sold bought built won lost rose fell grew cost costs cut hit left met began came went held kept ran saw said says got put set led drew wrote broke spread weighs carries reaches covers employs earns stands lies dates opens includes contains totals exceeds owns pays makes takes needs uses flies runs',
)

/** Words after a figure that are no part of what is counted. */
const NOT_COUNTED = wordSet(
  [ARTICLES, CONJUNCTIONS, PREPOSITIONS, RELATIVES, BE_AND_HAVE, MODALS, PRONOUNS].join(' '),
  'said says last this next because since until if not than across',
)

/** After the last joining word or auxiliary before a figure, or at the verb. */
function predicateStart(left: string): number {
  let at = left.length
  let start = at
  for (let words = 0; at > 0 && words <= LEFT_WORDS * 2; words++) {
    const end = left.slice(0, at).trimEnd().length
    at = left.lastIndexOf(' ', end - 1) + 1
    const word = left.slice(at, end).toLowerCase()
    if (JOINS.has(word) || AUXILIARY.has(word)) return end
    if (VERBS.has(word) || /[a-z]{2}ed$/.test(word)) return at
    if (words < LEFT_WORDS) start = at
  }
  return start
}

/** The most words before a figure where no verb is found, and after it. */
const LEFT_WORDS = 5
const RIGHT_WORDS = 3

const NEXT_WORD = /(?:\s+|-)([\p{L}\p{N}’'-]+)/uy

function nounEnd(right: string): number {
  let end = 0
  for (let left = RIGHT_WORDS; left > 0; left--) {
    NEXT_WORD.lastIndex = end
    const word = NEXT_WORD.exec(right)?.[1]
    if (!word || NOT_COUNTED.has(word.toLowerCase()) || (end > 0 && VERBS.has(word))) break
    if (word === 'of' || word === 'per') left = RIGHT_WORDS + 1
    end = NEXT_WORD.lastIndex
  }
  return end
}
