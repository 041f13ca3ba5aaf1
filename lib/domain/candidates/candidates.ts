import { BLOCK_SEPARATOR, type PlacedBlock, type Span } from '../text/blocks'
import { wholeGraphemes } from '../text/graphemes'
import { sentencesOf } from '../text/sentences/sentences'
import type { ClaimType } from '../vocabulary'
import { plainFigures } from './figures'
import { type Clauses, clausesOf, phraseAround } from './phrase'
import { GOES_ON } from './quotation-rules'
import { type CandidateRule, OTHERS } from './rule'
import { CANDIDATE_RULES } from './rules'
import { ATTRIBUTION } from './statement-rules'
import { checkworthiness, worthsAmong } from './worth/checkworthiness'

export { checkworthiness } from './worth/checkworthiness'

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
  const plain = plainFigures(text)
  return blocks.flatMap((block) => {
    const sentences = readAll(plain, sentencesOf(text, block, language), english)
    const next = block.end + BLOCK_SEPARATOR.length
    const goesOn = GOES_ON.test(text.slice(next, next + FEW))
    const quoted = rules
      .filter(({ across }) => across === 'block' || (across === 'open' && goesOn))
      .flatMap((rule) => quotations(text, rule, block, sentences))
    const others = rules.filter(
      ({ across, kinds }) => !across && (!kinds || kinds.includes(block.kind)),
    )
    const kept = best(block, {
      quoted,
      others: sentences.flatMap((sentence) => inSentence(text, others, { sentence, block })),
    })
    const whole = english ? statementsOf(text, block, { sentences, kept }) : []
    return whole.length > 0 ? [...kept, ...whole].sort((a, b) => a.start - b.start) : kept
  })
}

/** White space and a mark at the beginning of a paragraph, in UTF-16 units. */
const FEW = 10

/** A sentence as the rules see it; clauses and worth only where it is English. */
interface Sentence extends Span {
  words: string
  clauses: Clauses | null
  worth: number
}

function readAll(plain: string, spans: readonly Span[], english: boolean): Sentence[] {
  const words = spans.map(({ start, end }) => plain.slice(start, end))
  const worths = english ? worthsAmong(words.map(checkworthiness)) : []
  return spans.map(({ start, end }, at) => {
    const said = words[at] ?? ''
    const clauses = english ? clausesOf(said, { start, end }) : null
    return { start, end, words: said, clauses, worth: worths[at] ?? UNREAD }
  })
}

/** The worth of a sentence in a language whose words are not read. */
const UNREAD = 0.5

function inSentence(
  text: string,
  rules: readonly CandidateRule[],
  { sentence, block }: { sentence: Sentence; block: Span },
): Candidate[] {
  const { words, start, clauses } = sentence
  const figures = /\p{N}/u.test(words)
  const found: Candidate[] = []
  for (const rule of rules) {
    if (rule.figures && !figures) continue
    if (rule.needs && !rule.needs.test(words)) continue
    for (const core of matchesOf(rule, words, start)) {
      const grown = clauses && rule.grows ? phraseAround(text, clauses, core, rule.grows) : core
      const span = trimmed(text, grown, LEADING, block)
      if (span) found.push(candidate(rule, span, rule.weight, sentence))
    }
  }
  return found
}

/** Quotations, each with the sentence that it begins in: it is worth more where it is told who speaks. */
function quotations(
  text: string,
  rule: CandidateRule,
  block: Span,
  sentences: readonly Sentence[],
): Candidate[] {
  const words = text.slice(block.start, block.end)
  if (rule.needs && !rule.needs.test(words)) return []
  let at = 0
  return matchesOf(rule, words, block.start).flatMap((core) => {
    const span = trimmed(text, core, LEADING_MARKS, block)
    while (span && (sentences[at]?.end ?? Infinity) <= span.start) at++
    const sentence = sentences[at]
    if (!span || !sentence) return []
    const attributed =
      !sentence.clauses ||
      (ATTRIBUTION.test(sentence.words) && SAYING.test(text.slice(span.start, span.end)))
    const weight = attributed ? rule.weight : rule.weight * UNATTRIBUTED
    return [candidate(rule, span, weight, sentence)]
  })
}

/** The sentences in which no rule found anything, though what they say and how calls for a check. */
function statementsOf(
  text: string,
  block: Span,
  { sentences, kept }: { sentences: readonly Sentence[]; kept: readonly Candidate[] },
): Candidate[] {
  let next = 0
  return sentences.flatMap((sentence) => {
    while ((kept[next]?.end ?? Infinity) <= sentence.start) next++
    const isTaken = (kept[next]?.start ?? Infinity) < sentence.end
    if (isTaken || sentence.worth < STATEMENT.worth) return []
    const span = trimmed(text, sentence, LEADING, block)
    return span ? [candidate(STATEMENT, span, STATEMENT.weight, sentence)] : []
  })
}

/** No pattern but a sentence’s worth: `featuresOf` tells what it is made of. */
export const STATEMENT = { id: 'statement', type: 'other', weight: 0.3, worth: 0.3 } as const

/** Three words; of one or two, quotation marks make a nickname or a term. */
const SAYING = /\S\s+\S+\s+\S/

/** What is left of a quotation’s weight where nobody is said to have said it: a title, a nickname. */
const UNATTRIBUTED = 0.7

function candidate(
  rule: Pick<CandidateRule, 'id' | 'type'>,
  span: Span,
  weight: number,
  sentence: Sentence,
): Candidate {
  const score = weight * OF_RULE + sentence.worth * (1 - OF_RULE)
  return { start: span.start, end: span.end, type: rule.type, rule: rule.id, score }
}

/** How much of a score is the rule’s; the rest is what the whole sentence calls for. */
const OF_RULE = 0.35

function matchesOf({ pattern }: CandidateRule, words: string, offset: number): readonly Span[] {
  pattern.lastIndex = 0
  let match = pattern.exec(words)
  if (!match) return NONE
  const found: Span[] = []
  for (; match; match = pattern.exec(words)) {
    const start = offset + match.index
    found.push({ start, end: start + match[0].length })
  }
  return found
}

const NONE: readonly Span[] = []

/** A dash or a point that leans on a figure is its sign. */
const LEADING = /^(?:(?![-–.]\.?[\p{N}\p{Sc}])[\s,;:.!?)\]”’–—-]|(?:and|but|or)\s)+/iu
const LEADING_MARKS = /^(?:(?![-–.]\.?[\p{N}\p{Sc}])[\s,;:.!?)\]”’–—-])+/u
const TRAILING = /[\s,;:(“–—-]$|(?<![.\s]\p{L})[.!?…]$/u

/** The phrase without what leads up to it and the marks at its end, or nothing if too little of it is left. */
function trimmed(text: string, { start, end }: Span, leading: RegExp, within: Span): Span | null {
  const from = start + (leading.exec(text.slice(start, end))?.[0].length ?? 0)
  let to = end
  while (to > from && TRAILING.test(text.slice(Math.max(from, to - 3), to))) to--
  if (to <= from || !ENOUGH.test(text.slice(from, to))) return null
  return wholeGraphemes(text, { start: from, end: to }, within)
}

/** Two words, a figure, an address, or some letters of a script without spaces. */
const ENOUGH =
  /\S\s+\S|\p{N}|@|[^\p{sc=Latn}\p{sc=Cyrl}\p{sc=Grek}\p{sc=Arab}\p{sc=Hebr}\s\p{P}]{3}/u

/**
 * Keeps a block’s quotations, the longer of two that overlap, and of all others the best: the highest score, then
 * the longer one. What a quotation says is a part of it, and makes it worth as much.
 */
function best(
  block: Span,
  { quoted, others }: { quoted: Candidate[]; others: Candidate[] },
): Candidate[] {
  const taken = new Uint32Array(block.end - block.start)
  const kept: Candidate[] = []
  const longestFirst = quoted.sort((a, b) => lengthOf(b) - lengthOf(a) || a.start - b.start)
  const worthiestFirst = others.sort(
    (a, b) => b.score - a.score || lengthOf(b) - lengthOf(a) || a.start - b.start,
  )
  for (const candidate of [...longestFirst, ...worthiestFirst]) {
    const place = taken.subarray(candidate.start - block.start, candidate.end - block.start)
    const owner = kept[(place.find((by) => by > 0) ?? 0) - 1]
    if (!owner) place.fill(kept.push({ ...candidate }))
    else if (owner.type === 'quote') owner.score = Math.max(owner.score, candidate.score)
  }
  return kept.sort((a, b) => a.start - b.start)
}

const lengthOf = ({ start, end }: Span) => end - start
