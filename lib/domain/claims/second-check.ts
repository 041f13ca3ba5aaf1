import type { Aspect, Check, Risk, SecondCheckRule, SecondCheckStanding } from '../vocabulary'
import { type GivenOn, isSameWording } from './standing'
import { aspectsOf } from './status'

/** Which claims a newsroom has checked by a second person: none, those with certain risks, or all. */
export interface SecondCheckPolicy {
  secondCheck: SecondCheckRule
  secondCheckRisks: readonly Risk[]
}

/** A verdict, as far as it has to be known what it is worth beside those of others. */
export interface CheckGiven extends GivenOn {
  givenById: string
}

/** A claim, as far as its second check goes. */
export interface ClaimChecks {
  /** What is printed now. */
  words: string
  risks: readonly Risk[]
  claimant: string | null
  /** Somebody asked for a second check of this claim, whatever the policy is. */
  secondCheckAsked: boolean
  /** Newest first. */
  verdicts: readonly CheckGiven[]
}

/** Whether a claim is to be checked by a second person: by the newsroom's policy, or because somebody asked for it. */
export function needsSecondCheck(
  { secondCheck, secondCheckRisks }: SecondCheckPolicy,
  { secondCheckAsked, risks }: Pick<ClaimChecks, 'secondCheckAsked' | 'risks'>,
): boolean {
  if (secondCheckAsked || secondCheck === 'every_claim') return true
  return secondCheck === 'by_risk' && risks.some((risk) => secondCheckRisks.includes(risk))
}

/**
 * Where the second check of a claim stands on the words that are printed now: it disagrees as soon as it does
 * on one question that the claim has to answer, and is missing until each of them has both checks.
 */
export function secondCheckStanding(
  policy: SecondCheckPolicy,
  claim: ClaimChecks,
): SecondCheckStanding {
  if (!needsSecondCheck(policy, claim)) return 'not_needed'
  const standings = aspectsOf(claim).map((aspect) => aspectStanding(claim, aspect))
  return WORST_FIRST.find((one) => standings.includes(one)) ?? 'agrees'
}

const WORST_FIRST = ['disagrees', 'missing', 'decided'] as const

/** The verdicts on one question that stand beside each other on the words of now; null where there is none. */
export function checksOn<Given extends CheckGiven>(
  { verdicts, words }: { verdicts: readonly Given[]; words: string },
  aspect: Aspect,
) {
  const here = verdicts.filter((one) => one.aspect === aspect && isSameWording(one.words, words))
  const newest = (check: Check) => here.find((one) => one.check === check) ?? null
  const first = newest('first')
  const second = here.find((one) => one.check === 'second' && one.givenById !== first?.givenById)
  return { first, second: second ?? null, deciding: newest('deciding'), here }
}

/**
 * Where the second check of one question stands. An editor's decision holds until one of the two departs from
 * it: then both have to agree anew, or an editor decides again.
 */
export function aspectStanding(
  claim: Pick<ClaimChecks, 'verdicts' | 'words'>,
  aspect: Aspect,
): Exclude<SecondCheckStanding, 'not_needed'> {
  const { first, second, deciding, here } = checksOn(claim, aspect)
  if (!first || !second) return 'missing'
  const since = deciding ? here.slice(0, here.indexOf(deciding)) : here
  if (deciding && since.every(({ verdict }) => verdict === deciding.verdict)) return 'decided'
  const isAgreed = since.includes(first) && since.includes(second)
  return isAgreed && first.verdict === second.verdict ? 'agrees' : 'disagrees'
}
