import { clausesOf, phraseAround } from './candidate-phrase'
import { ATTRIBUTION, CANDIDATE_RULES, type CandidateRule, OTHERS } from './candidate-rules'
import { checkworthiness } from './candidate-worth'
import { sentencesOf } from './sentences'
import { type PlacedBlock, type Span, splitsPair } from './text'
import type { ClaimType } from './vocabulary'

export { checkworthiness } from './candidate-worth'

/** Words that may be worth a claim, found by a rule and for a person to decide; in UTF-16 units. */
export interface Candidate extends Span {
  type: ClaimType
  /** The rule’s id, which stays the same, so that it can be learned which rules are right. */
  rule: string
  /** How much it calls for a check, from 0 to 1. */
  score: number
}

/**
 * The phrases of a text that call for a check, in order and without overlap, each inside one block.
 * English is read by rules about its words, any other language by figures, dates, links and quotation marks alone.
 */
export function candidatesOf(
  text: string,
  blocks: readonly PlacedBlock[],
  language: string,
): Candidate[] {
  const tongue = language.toLowerCase().split(/[-_]/)[0] ?? ''
  const english = tongue === 'en'
  const rules = CANDIDATE_RULES.filter(
    ({ languages }) =>
      !languages || languages.includes(tongue) || (!english && languages.includes(OTHERS)),
  )
  const reading = { text, english }
  return blocks.flatMap((block) => {
    const sentences = sentencesOf(text, block, language)
    return best(block, [
      ...rules.flatMap((rule) => (rule.across ? quotations(reading, rule, block, sentences) : [])),
      ...sentences.flatMap((sentence) => inSentence(reading, rules, sentence)),
    ])
  })
}

interface Reading {
  text: string
  english: boolean
}

function inSentence(
  { text, english }: Reading,
  rules: readonly CandidateRule[],
  sentence: Span,
): Candidate[] {
  const words = text.slice(sentence.start, sentence.end)
  const found: Candidate[] = []
  const clauses = english ? clausesOf(words, sentence) : null
  let worth: number | null = null
  for (const rule of rules) {
    if (rule.across || (rule.needs && !rule.needs.test(words))) continue
    for (const core of matchesOf(rule, words, sentence.start)) {
      const grown = clauses && rule.grows ? phraseAround(text, clauses, core, rule.grows) : core
      const span = trimmed(text, grown)
      if (!span) continue
      worth ??= english ? checkworthiness(words) : UNREAD
      found.push({ ...span, type: rule.type, rule: rule.id, score: mean(rule.weight, worth) })
    }
  }
  return found
}

/** Quotations, with the worth of the sentence that they begin in, and more where it tells who speaks. */
function quotations(
  { text, english }: Reading,
  rule: CandidateRule,
  block: Span,
  sentences: readonly Span[],
): Candidate[] {
  let at = 0
  return matchesOf(rule, text.slice(block.start, block.end), block.start).flatMap((core) => {
    const span = trimmed(text, core)
    if (!span) return []
    while ((sentences[at]?.end ?? Infinity) <= span.start) at++
    const around = text.slice(sentences[at]?.start ?? span.start, sentences[at]?.end ?? span.end)
    const worth = english ? checkworthiness(around) : UNREAD
    const weight = !english || ATTRIBUTION.test(around) ? rule.weight : rule.weight * UNATTRIBUTED
    return [{ ...span, type: rule.type, rule: rule.id, score: mean(weight, worth) }]
  })
}

/** What is left of a quotation’s weight where nobody is said to have said it: a title, a nickname. */
const UNATTRIBUTED = 0.7

/** The worth of a sentence in a language whose words are not read. */
const UNREAD = 0.5

const mean = (weight: number, worth: number) => (weight + worth) / 2

function matchesOf({ pattern }: CandidateRule, words: string, offset: number): Span[] {
  const found: Span[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
    const start = offset + match.index
    found.push({ start, end: start + match[0].length })
  }
  return found
}

const LEADING = /^(?:[\s,;:.!?)\]”’–—-]+|(?:and|but|so|or|yet|then)\s)+/i
const TRAILING = /[\s,;:(“–—-]+$|(?<![.\s]\p{L})[.!?…]+$/u

/** The phrase without joining words and marks at its ends, or nothing if too little of it is left. */
function trimmed(text: string, { start, end }: Span): Span | null {
  const phrase = text.slice(start, end)
  const from = start + (LEADING.exec(phrase)?.[0].length ?? 0)
  const to = end - (TRAILING.exec(phrase)?.[0].length ?? 0)
  if (to <= from || !ENOUGH.test(text.slice(from, to))) return null
  return {
    start: splitsPair(text, from) ? from + 1 : from,
    end: splitsPair(text, to) ? to - 1 : to,
  }
}

/** Two words, a figure, an address, or some letters of a script without spaces. */
const ENOUGH = /\S\s+\S|\d|@|[^\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Arab}\p{sc=Hebr}\s\p{P}]{3}/u

/** Keeps the best of those that overlap: the highest score, then the longer one. */
function best(block: Span, candidates: Candidate[]): Candidate[] {
  const taken = new Uint8Array(block.end - block.start)
  const inOrderOfWorth = candidates.sort(
    (a, b) => b.score - a.score || b.end - b.start - (a.end - a.start) || a.start - b.start,
  )
  const kept = inOrderOfWorth.filter(({ start, end }) => {
    const place = taken.subarray(start - block.start, end - block.start)
    if (place.includes(1)) return false
    place.fill(1)
    return true
  })
  return kept.sort((a, b) => a.start - b.start)
}
