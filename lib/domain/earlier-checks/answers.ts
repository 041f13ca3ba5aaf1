import { isSameWording } from '../claims/standing'
import type { PairAnswer } from '../vocabulary'
import { queryTermsOf } from './asked-terms'
import type { Said } from './heard'

/** What somebody answered of two claims; null takes back what was answered before. */
export interface AnswerGiven {
  claimId: string
  otherId: string
  answer: PairAnswer | null
  /** The words of both that it was given on. */
  words: string
  otherWords: string
}

/** An answer that counts, and whether one of the claims has other words by now. */
export type Standing<Given extends AnswerGiven> = Given & { answer: PairAnswer; isStale: boolean }

/**
 * The answers that count, of each pair the newest, whatever order its claims are named in; they are given newest first. One on
 * words that a claim has no more is kept and marked: nothing follows from it.
 *
 * @param wordsOf the words of a claim as they are now; null where it is not there
 */
export function standingAnswers<Given extends AnswerGiven>(
  given: readonly Given[],
  wordsOf: (claimId: string) => string | null,
): Standing<Given>[] {
  return newestOfPairs(given).flatMap((one) => {
    const { answer } = one
    if (answer === null) return []
    const [now, other] = [wordsOf(one.claimId), wordsOf(one.otherId)]
    if (now === null || other === null) return []
    const holds = isSameWording(one.words, now) && isSameWording(one.otherWords, other)
    return [{ ...one, answer, isStale: !holds }]
  })
}

/** Of each pair the first that is given, whatever order its claims are named in. */
export function newestOfPairs<Given extends Pick<AnswerGiven, 'claimId' | 'otherId'>>(
  given: readonly Given[],
): Given[] {
  const pairs = new Map<string, Given>()
  for (const one of given) {
    const pair = [one.claimId, one.otherId].sort().join(' ')
    if (!pairs.has(pair)) pairs.set(pair, one)
  }
  return [...pairs.values()]
}

/** Of a pair, the claim that is not the one at hand. */
export const otherOf = ({ claimId, otherId }: AnswerGiven, mine: string): string =>
  claimId === mine ? otherId : claimId

/**
 * The claims that say the same as one because they say the same as one that does, the nearest first. Those that somebody
 * answered about directly are not among them, and nothing is followed beyond `MOST_STEPS` or `MOST_FOLLOWED`.
 */
export function sameThrough(claimId: string, answers: readonly Standing<AnswerGiven>[]): string[] {
  const fresh = answers.filter(({ isStale }) => !isStale)
  const same = fresh.filter(({ answer }) => answer === 'same')
  const touching = (one: AnswerGiven, id: string) => one.claimId === id || one.otherId === id
  const nextTo = (id: string) =>
    same.filter((one) => touching(one, id)).map((one) => otherOf(one, id))
  const direct = new Set(
    fresh.filter((one) => touching(one, claimId)).map((one) => otherOf(one, claimId)),
  )
  const seen = new Set([claimId])
  const found: string[] = []
  let edge = [claimId]
  for (let step = 0; step < MOST_STEPS && edge.length > 0; step += 1) {
    const reached = [...new Set(edge.flatMap(nextTo))].filter((id) => !seen.has(id)).sort()
    for (const id of reached) seen.add(id)
    found.push(...reached.filter((id) => !direct.has(id)))
    // Whoever said of a claim that it is another one did not mean those that are like it either.
    edge = reached.filter((id) => step === 0 || !direct.has(id))
  }
  return found.slice(0, MOST_FOLLOWED)
}

export const MOST_STEPS = 3
export const MOST_FOLLOWED = 20

/** The terms that two texts share, each once: what an answer about them teaches. At most `MOST_SHARED`. */
export function sharedTerms(one: Said, other: Said): string[] {
  const theirs = new Set(queryTermsOf(other.words, other.language))
  return queryTermsOf(one.words, one.language)
    .filter((term) => theirs.has(term))
    .slice(0, MOST_SHARED)
}

const MOST_SHARED = 60

/**
 * How much of its weight a term keeps, from 1/2 to 1, by what was answered of claims that shared it: each *not the same* takes some of
 * it, each *same* gives some back. One answer moves little (1/8), and no number of them silences a term.
 */
export function trustIn(
  answers: readonly { answer: PairAnswer | null; shared: readonly string[] }[],
): (term: string) => number {
  const counts = new Map<string, { apart: number; same: number }>()
  for (const { answer, shared } of answers) {
    if (answer !== 'same' && answer !== 'not_same') continue
    for (const term of new Set(shared)) {
      const count = counts.get(term) ?? { apart: 0, same: 0 }
      count[answer === 'same' ? 'same' : 'apart'] += 1
      counts.set(term, count)
    }
  }
  return (term) => {
    const { apart, same } = counts.get(term) ?? { apart: 0, same: 0 }
    return 1 - apart / (apart + same + UNMOVED) / 2
  }
}

/** As many answers as these stand against the first. */
const UNMOVED = 3

/** How many of the newest answers are learned from. */
export const LEARNED_FROM = 300
