import { typographicDifferences } from '../text/typography'
import type { Aspect, Check, VerdictKind } from '../vocabulary'
import { aspectsOf, type ClaimStanding, statusAfterVerdict } from './status'

/** A verdict, as far as it has to be known whether it counts. */
export interface GivenOn {
  aspect: Aspect
  verdict: VerdictKind
  /** A second check stands beside the first and never in its place. */
  check: Check
  /** The exact words that it was made on. */
  words: string
}

/** Whether two wordings differ in their typographic form at most, so that one verdict holds for both. */
export function isSameWording(one: string, other: string): boolean {
  return one === other || typographicDifferences(one, other) !== null
}

/** The newest verdict of each aspect, second checks aside; they are given newest first. */
export function newestOf<Given extends Pick<GivenOn, 'aspect' | 'check'>>(
  verdicts: readonly Given[],
) {
  const leading = verdicts.filter(({ check }) => check !== 'second')
  return leading.filter(
    (verdict) => leading.find(({ aspect }) => aspect === verdict.aspect) === verdict,
  )
}

/** The newest verdicts, as far as they were made on these words. */
export function countingOn<Given extends Pick<GivenOn, 'aspect' | 'check' | 'words'>>(
  verdicts: readonly Given[],
  words: string,
): Given[] {
  return newestOf(verdicts).filter((verdict) => isSameWording(verdict.words, words))
}

/** The newest verdicts that hold for a claim: they were made on its words, and nothing else took them from it. */
export function holding<Given extends Pick<GivenOn, 'aspect' | 'check' | 'words'>>(
  claim: Pick<ClaimStanding, 'saidVerdict' | 'soVerdict'> & { verdicts: readonly Given[] },
  words: string,
): Given[] {
  const given = { said: claim.saidVerdict, so: claim.soVerdict }
  return countingOn(claim.verdicts, words).filter(({ aspect }) => given[aspect] !== null)
}

/** The aspects for which an editor accepted secondary support of these words. */
export function waivedOn(
  waivers: readonly { aspect: Aspect; words: string }[],
  words: string,
): Aspect[] {
  return waivers.filter((one) => isSameWording(one.words, words)).map(({ aspect }) => aspect)
}

/** Whether a verdict counts no longer because a source fell that it may rest on. */
function isShaken(
  { shakenAt = null }: { shakenAt?: Date | null },
  { givenAt }: { givenAt?: Date },
): boolean {
  return shakenAt !== null && givenAt !== undefined && givenAt <= shakenAt
}

/** How a claim stood when it lost its place. */
export type StoodAs = Pick<ClaimStanding, 'status' | 'claimant'>

/** What stands around a claim, as far as a *said* verdict rests on it: as it was, other now, or again as it was. */
export type FrameStanding = 'same' | 'changed' | 'restored'

/**
 * How a claim stands on the words of its place: verdicts that were made on other words count no longer, and send it
 * to Recheck; so does one on *said* where the words around it changed, which tell who said it and how. One that was
 * checked when it lost its place, or its frame, is checked again on the same words. A verdict from before a source fell
 * counts no longer either, whatever the words are.
 */
export function standingOn(
  claim: ClaimStanding & {
    /** When a source fell that it rests on; null where none did. */
    shakenAt?: Date | null
    verdicts: readonly (GivenOn & { givenAt?: Date })[]
  },
  words: string,
  stoodAs: StoodAs | null = null,
  frame: FrameStanding = 'same',
): Pick<ClaimStanding, 'status' | 'saidVerdict' | 'soVerdict'> {
  const newest = newestOf(claim.verdicts)
  const counting = countingOn(claim.verdicts, words).filter(
    (one) => !isShaken(claim, one) && (frame !== 'changed' || one.aspect !== 'said'),
  )
  const on = (aspect: Aspect) => counting.find((one) => one.aspect === aspect)?.verdict ?? null
  const verdicts = { saidVerdict: on('said'), soVerdict: on('so') }
  const asked = aspectsOf(claim)
  if (newest.some((one) => asked.includes(one.aspect) && !counting.includes(one))) {
    return { ...verdicts, status: 'recheck' }
  }
  const isBack =
    claim.status === 'recheck' &&
    (frame === 'restored' || (stoodAs !== null && mayStandAgain(claim, stoodAs)))
  return {
    ...verdicts,
    status: isBack ? statusAfterVerdict({ ...claim, ...verdicts }) : claim.status,
  }
}

/** Whose words a claim reports is part of what was checked, so another claimant has to be checked anew. */
function mayStandAgain({ claimant }: ClaimStanding, stoodAs: StoodAs): boolean {
  if (stoodAs.status === 'checked') return stoodAs.claimant === claimant
  return stoodAs.status === 'recheck' && claimant === null && stoodAs.claimant === null
}

/** Where the work on a claim stands that has no place in the newest text. */
export function statusUnplaced({ status }: Pick<ClaimStanding, 'status'>): ClaimStanding['status'] {
  return status === 'checked' ? 'recheck' : status
}
