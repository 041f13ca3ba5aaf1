import type { EarlierClaim } from './asked-terms'
import { type LetterRuns, letterRuns, likenessTo } from './letter-runs'
import { type ClaimStatistics, weightOf } from './statistics'
import { cleaned } from './terms/cleaned'
import { foldedWords, termsOf, termsOfWords } from './terms/terms'

/** A text that earlier claims are looked for, cut and weighed. */
export interface Question {
  language: string
  statistics: ClaimStatistics
  words: readonly string[]
  /** The weight of each term. */
  terms: ReadonlyMap<string, number>
  /** The weights of terms that are in posters’ names only. */
  posters: ReadonlyMap<string, number>
  runs: LetterRuns
}

export function questionOf(text: string, language: string, statistics: ClaimStatistics): Question {
  const { words: said, posters } = cleaned(text)
  const words = foldedWords(said)
  const weigh = (terms: string[]) =>
    new Map(
      [...new Set(terms)].map((term) => [
        term,
        weightOf(term, statistics) * (statistics.trust?.(term) ?? 1),
      ]),
    )
  const terms = weigh(termsOfWords(words, language))
  const named = weigh(termsOf(posters, language).filter((term) => !terms.has(term)))
  return { language, statistics, words, terms, posters: named, runs: letterRuns(said) }
}

/** What is equal and alike in a text and an earlier claim; all but `sharedTerms` and `sharedNames` from 0 to about 1. */
export interface Signals {
  /** BM25 of the claim with its title, over ten. */
  sharedTerms: number
  /** The weight of the terms that only the posters’ names share with it, over ten. */
  sharedNames: number
  /** Likeness of letters to claim and title together, to the claim and to the title. */
  letters: number
  claimLetters: number
  titleLetters: number
  /** The logarithm of how many words in a row stand in both, function words too. */
  run: number
}

/** An earlier claim with its terms, and the first of its signals. */
export interface Held {
  claim: EarlierClaim
  words: readonly string[]
  titleWords: readonly string[]
  sharedTerms: number
  sharedNames: number
}

/** The terms that a question shares with an earlier claim: those of rare terms and short claims count for more (BM25). */
export function heldAgainst(question: Question, claim: EarlierClaim): Held {
  const language = claim.language ?? question.language
  const words = foldedWords(cleaned(claim.words).words)
  const titleWords = foldedWords(cleaned(claim.title ?? '').words)
  const terms = [...termsOfWords(words, language), ...termsOfWords(titleWords, language)]
  const counts = new Map<string, number>()
  for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  const slope = K1 * (1 - B + (B * terms.length) / (question.statistics.meanTerms || 1))
  let sharedTerms = 0
  let sharedNames = 0
  for (const [term, count] of counts) {
    sharedTerms += ((question.terms.get(term) ?? 0) * count * (K1 + 1)) / (count + slope)
    sharedNames += question.posters.get(term) ?? 0
  }
  return { claim, words, titleWords, sharedTerms: sharedTerms / 10, sharedNames: sharedNames / 10 }
}

/** The usual constants of BM25: how soon a term’s repetition stops to count, and how much length does. */
const K1 = 1.2
const B = 0.75

/** All signals of claims that are compared with each other: runs of letters that many of them share count for less. */
export function signalsOf(question: Question, held: readonly Held[]): Signals[] {
  const lettered = held.map(({ claim: { words, title = '' } }) => {
    const [claim, ofTitle] = [letterRuns(words), letterRuns(title)]
    return { claim, title: ofTitle, both: together(claim, ofTitle) }
  })
  const sharing = new Map<number, number>()
  for (const { both } of lettered) {
    for (const run of both.keys()) sharing.set(run, (sharing.get(run) ?? 0) + 1)
  }
  const weights = held.map((_, index) => Math.log((1 + held.length) / (1 + index)) + 1)
  const weight = (run: number) => weights[sharing.get(run) ?? 0] ?? 1
  const likeness = likenessTo(question.runs, weight)
  return held.map(({ words, titleWords, sharedTerms, sharedNames }, index) => {
    const { claim = NONE, title = NONE, both = NONE } = lettered[index] ?? {}
    return {
      sharedTerms,
      sharedNames,
      letters: likeness(both),
      claimLetters: likeness(claim),
      titleLetters: likeness(title),
      run: Math.log1p(
        Math.max(longestRun(question.words, words), longestRun(question.words, titleWords)),
      ),
    }
  })
}

const NONE: LetterRuns = new Map()

function together(one: LetterRuns, other: LetterRuns): LetterRuns {
  const sum = new Map(one)
  for (const [run, count] of other) sum.set(run, (sum.get(run) ?? 0) + count)
  return sum
}

/** The length of the longest run of words that stands in both. */
function longestRun(one: readonly string[], other: readonly string[]): number {
  const places = new Map<string, number[]>()
  other.forEach((word, at) => {
    const known = places.get(word)
    if (known) known.push(at)
    else places.set(word, [at])
  })
  let longest = 0
  let before = new Map<number, number>()
  for (const word of one) {
    const now = new Map<number, number>()
    for (const at of places.get(word) ?? []) {
      const length = (before.get(at - 1) ?? 0) + 1
      now.set(at, length)
      if (length > longest) longest = length
    }
    before = now
  }
  return longest
}
