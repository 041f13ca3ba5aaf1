import { ATTRIBUTION } from '../candidates/statement-rules'
import type { Figure } from '../comparisons/figures/reading/figure'
import { foldedWords, termsOfWords } from '../earlier-checks/terms/terms'
import type { BlockKind, PlacedBlock, Span } from '../text/blocks'
import { sentencesOf } from '../text/sentences/sentences'
import { type KnownNames, namesIn } from './names'
import { speakerOf } from './speaker'

/** A sentence that says something, with what tells whether another one is about the same. */
export interface Told extends Span {
  words: string
  kind: BlockKind
  /** The stems of its words that mean something, without figures, verbs of saying and names of months and days. */
  terms: ReadonlySet<string>
  /** The names in it, folded. */
  names: ReadonlySet<string>
  /** Whose words it reports, as far as it is told. */
  speaker: string | null
  /** Words that tell one of several apart: the first, another, each. */
  apart: string
  /** The dates in it, and times of day. */
  dates: readonly Figure[]
  /** Days, months, seasons and times of day by their names, in lower case. */
  when: ReadonlySet<string>
  /** Whether it speaks of what is planned, expected or possible. */
  isPlanned: boolean
}

/** Whether what a block says of figures and dates is not said for its own part: it tells of an error that was printed. */
export const tellsOfErrors = (words: string) => ERRORS.test(words)

const ERRORS =
  /\b(?:corrections?|clarification|corrected|an? (?:earlier|previous) version|misstated|misspelled|incorrectly|wrongly|in error)\b/i

/** The sentence that words stand in, within their block; the whole block where a sentence ends inside them. */
export function sentenceAt(
  text: string,
  blocks: readonly PlacedBlock[],
  words: Span,
  language: string,
): string {
  const holds = ({ start, end }: Span) => start <= words.start && words.end <= end
  const block = blocks.find(holds)
  if (!block) return text.slice(words.start, words.end)
  const { start, end } = sentencesOf(text, block, language).find(holds) ?? block
  return text.slice(start, end)
}

interface Around {
  kind: BlockKind
  language: string
  known: KnownNames
  dates: readonly Figure[]
}

/** Reads a sentence once something is found in it. */
export function toldIn(
  text: string,
  { start, end }: Span,
  { kind, language, known, dates }: Around,
): Told {
  const words = text.slice(start, end)
  const stems = termsOfWords(foldedWords(words), language)
  const speaker = ATTRIBUTION.test(words) ? speakerOf(words) : null
  return {
    ...{ start, end, words, kind, dates },
    terms: new Set(stems.filter((stem) => !/^\d/.test(stem) && !LEFT_OUT.test(stem))),
    names: namesIn(words, known, speaker),
    speaker,
    apart: [...words.matchAll(APART)]
      .map(([word]) => word.toLowerCase())
      .sort()
      .join(),
    isPlanned: PLANNED.test(words),
    when: new Set([...words.matchAll(WHEN)].map(([word]) => word.toLowerCase())),
  }
}

/** Stems of verbs of saying, and of days and months: what a date is, is read by itself. */
const LEFT_OUT =
  /^(?:sa(?:id|y|ys|i)|t(?:old|ell)|claim|announc|report|stat|accord|confirm|den[iy]|wr(?:o|i)te|add|mon|tues|wednes|thurs|fri|satur|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|januar[yi]|februar[yi]|march|april|june?|july?|juli|august|septemb|octob|novemb|decemb\w*)$/

const APART =
  /\b(?:first|second|third|fourth|fifth|another|others?|additional|further|extra|remaining|rest|each|every|per|averages?|previous(?:ly)?|earlier|later|last|next|initial(?:ly)?|original(?:ly)?|half|today|now|in all|in total|altogether)\b/gi

const WHEN =
  /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May|June|July|August|September|October|November|December|noon|midnight|dawn|dusk|morning|afternoon|evening|night|spring|summer|autumn|winter)\b/g

const PLANNED =
  /\b(?:would|could|might|may(?! \d)|will|shall|should|planned|plans?|planning|expect(?:s|ed)?|hop(?:es?|ed)|target(?:s|ed)?|aim(?:s|ed)?|forecasts?|project(?:s|ed)|estimated|proposed?|due to|scheduled|budget(?:ed)?|if|unless)\b/i
