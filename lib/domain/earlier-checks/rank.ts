import type { EarlierClaim } from './asked-terms'
import { heldAgainst, type Question, questionOf, type Signals, signalsOf } from './signals'
import type { ClaimStatistics } from './statistics'
import { WEIGHTS } from './weights'

export interface Ranked {
  claim: EarlierClaim
  /** How likely it says the same or the contrary, and not merely shares words, from 0 to 1. */
  score: number
  /** What the score is made of. */
  signals: Signals
}

/** What a text looks for, in which language (BCP 47), and among what. */
export interface Looked {
  language?: string
  statistics: ClaimStatistics
}

/**
 * Of the claims that an index gave, those most likely to say the same as a text or the contrary, the likeliest first. None has
 * to be: below `LIKELY` it is rather another matter. Depends on nothing but what is given.
 */
export function rankEarlier(
  text: string,
  candidates: readonly EarlierClaim[],
  { language = 'en', statistics }: Looked,
): Ranked[] {
  const question = questionOf(text, language, statistics)
  if (question.terms.size === 0) return []
  const held = candidates
    .map((claim) => heldAgainst(question, claim))
    .filter(({ sharedTerms, sharedNames }) => sharedTerms + sharedNames > 0)
    .sort((one, other) => sharedBy(other) - sharedBy(one))
    .slice(0, COMPARED)
  const all = signalsOf(question, held)
  return held
    .flatMap(({ claim }, index) => {
      const signals = all[index]
      return signals ? [{ claim, signals, score: scoreOf(signals, question) }] : []
    })
    .sort((one, other) => other.score - one.score || (one.claim.id < other.claim.id ? -1 : 1))
}

const sharedBy = ({ sharedTerms, sharedNames }: { sharedTerms: number; sharedNames: number }) =>
  sharedTerms + sharedNames

/** How many are compared letter by letter. */
export const COMPARED = 100

/** From this score on a claim is more likely than not to say the same or the contrary. */
export const LIKELY = 0.5

/** How likely it is this claim, against its being none. A long text shares more by chance. */
function scoreOf(signals: Signals, question: Question): number {
  const sum = inputsOf(signals, question).reduce((total, value, index) => {
    return total + value * (ORDERED[index] ?? 0)
  }, 0)
  return 1 / (1 + Math.exp(-sum))
}

const ORDERED: readonly number[] = Object.values(WEIGHTS)

/** What the weights are for, in their order. */
export function inputsOf(signals: Signals, { terms }: Question): number[] {
  const { sharedTerms, sharedNames, letters, claimLetters, titleLetters, run } = signals
  const rarest = Math.max(0, ...terms.values()) / 10
  const sum = [...terms.values()].reduce((total, weight) => total + weight, 0) / 50
  const asked = [Math.log1p(terms.size), sum, rarest, 1]
  return [sharedTerms, sharedNames, letters, claimLetters, titleLetters, run, ...asked]
}
