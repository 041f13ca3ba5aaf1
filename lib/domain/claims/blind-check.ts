/** A second check is blind: who may give one sees no verdict of others on the same words until their own is saved. */

import { type Actor, can, type WrittenFacts } from '../policy'
import type { Aspect, Check } from '../vocabulary'
import { onFile } from './frame'
import {
  aspectStanding,
  type CheckGiven,
  type ClaimChecks,
  checksOn,
  needsSecondCheck,
} from './second-check'
import { isSameWording } from './standing'
import { aspectsOf, type ClaimStanding } from './status'

/** A claim with whoever is named to give its second check, and the people of its article. */
export interface BlindClaim extends ClaimChecks {
  secondCheckerId: string | null
  article: WrittenFacts
}

/**
 * Whether this person gives the second check of a claim: whoever is named, or else the checkers of its article. What a program
 * reads may be shown to any of them, so to it everything is as to them.
 */
export function isSecondChecker(
  actor: Actor,
  { secondCheckerId, article }: Pick<BlindClaim, 'secondCheckerId' | 'article'>,
): boolean {
  if (actor.isProgram) return true
  const meant = secondCheckerId
    ? secondCheckerId === actor.userId
    : article.checkerIds.includes(actor.userId)
  return meant && can(actor, 'claim.rate', article)
}

/**
 * Which check of one question a person may give now, if they may give a verdict at all: the first or another first, the
 * second, or the one that decides between two that disagree; null where two people have checked and it is none of
 * these, or where somebody else has to check first.
 */
export function checkToGive(actor: Actor, claim: BlindClaim, aspect: Aspect): Check | null {
  if (!can(actor, 'claim.rate', claim.article)) return null
  if (!needsSecondCheck(actor, claim)) return 'first'
  const { first, second, here } = checksOn(claim, aspect)
  const mine = here.filter(({ givenById }) => givenById === actor.userId)
  const own = mine.find(({ check }) => check !== 'deciding')
  if (own) return own.check
  if (!first) return claim.secondCheckerId === actor.userId ? null : 'first'
  if (!second) return isSecondChecker(actor, claim) ? 'second' : 'first'
  const isOpen = aspectStanding(claim, aspect) !== 'agrees'
  return isOpen && can(actor, 'claim.decide', claim.article) ? 'deciding' : null
}

/**
 * The verdicts of a claim that this person may not know yet. Those on earlier words stay hidden along with the newest, as
 * they tell what its verdict will be.
 */
export function hiddenFrom<Given extends CheckGiven>(
  actor: Actor,
  claim: Omit<BlindClaim, 'verdicts'> & { verdicts: readonly Given[] },
): Given[] {
  if (!needsSecondCheck(actor, claim) || !isSecondChecker(actor, claim)) return []
  const asked = aspectsOf(claim)
  const isKnown = ({ aspect, words }: { aspect: Aspect; words: string }) =>
    claim.verdicts.some(
      (one) =>
        one.aspect === aspect &&
        (one.givenById === actor.userId || one.check === 'second') &&
        isSameWording(one.words, words),
    )
  return claim.verdicts.filter(({ aspect, words, givenById }) => {
    if (givenById === actor.userId || isKnown({ aspect, words })) return false
    return !isKnown({ aspect: asked.includes(aspect) ? aspect : 'so', words: claim.words })
  })
}

/** How a claim stands for somebody from whom some of its verdicts are hidden. */
export function standingBlind<Standing extends Omit<ClaimStanding, 'claimant'>>(
  standing: Standing,
  hidden: readonly Pick<CheckGiven, 'aspect'>[],
): Standing {
  if (hidden.length === 0) return standing
  const isHidden = (aspect: Aspect) => hidden.some((one) => one.aspect === aspect)
  return {
    ...standing,
    saidVerdict: isHidden('said') ? null : standing.saidVerdict,
    soVerdict: isHidden('so') ? null : standing.soVerdict,
    status: standing.status === 'checked' ? 'in_progress' : standing.status,
    // Which aspects were checked with other words around them tells that they were.
    ...('frameAspects' in standing && onFile(null)),
  }
}
