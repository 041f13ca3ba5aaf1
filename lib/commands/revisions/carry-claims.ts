/** What becomes of claims, marks and dismissals in an article's next text. */

import { insertAnchors, insertUnplaced, type LastPlace, type Lost } from '@/lib/db/claims/anchors'
import { type Dismissed, insertCarriedDismissals } from '@/lib/db/claims/candidates'
import { updateClaims } from '@/lib/db/claims/claims'
import { insertCarriedMarks, type Mark } from '@/lib/db/coverage/coverage'
import type { Revision } from '@/lib/db/revisions/revisions'
import { anchorAt } from '@/lib/domain/anchoring/anchor'
import { carriedTo } from '@/lib/domain/anchoring/outcomes'
import type { Carrying, Reanchoring } from '@/lib/domain/anchoring/reanchor'
import type { DeskEvent } from '@/lib/domain/audit/events'
import {
  type FrameOnFile,
  type Framing,
  frameChange,
  frameChangeOf,
  framesOf,
  framing,
  onFile,
} from '@/lib/domain/claims/frame'
import { newestOf, standingOn, statusUnplaced } from '@/lib/domain/claims/standing'
import { aspectsOf, type ClaimStanding } from '@/lib/domain/claims/status'
import type { Actor } from '@/lib/domain/policy'
import type { Span } from '@/lib/domain/text/blocks'
import type { Aspect } from '@/lib/domain/vocabulary'
import type { CarriedClaim } from './standing'

/** The text into which claims are carried. */
export interface Into {
  articleId: string
  /** BCP 47 */
  language: string
  to: Revision
  /** Where claims stand in it whose place no program may say, because a person said which words are in place of which. */
  said?: (claim: LastPlace) => Span | null
  /** How that person said so. */
  how?: 'applied' | 'corrected'
}

/**
 * Gives carried claims their places in the new text and puts on record which have none; answers with the numbers
 * of those that were checked and have to be checked again, and of those that stand as they were checked while the
 * words around them are others.
 */
export async function placeClaims(
  actor: Actor,
  { articleId, language, to, said, how = 'applied' }: Into,
  carried: readonly CarriedClaim[],
  record: (event: DeskEvent) => void,
): Promise<{ recheck: number[]; reframed: number[] }> {
  const frames = framesInto(to, language)
  const fates = carried.map((one) => ({ ...one, ...fateOf(one, to, said?.(one.claim), frames) }))
  await insertAnchors(
    actor,
    to.id,
    fates.flatMap(({ claim, anchor }) => (anchor ? { ...anchor, claimId: claim.id } : [])),
  )
  await insertUnplaced(
    actor,
    to.id,
    fates.flatMap(({ lost }) => lost ?? []),
  )
  await updateStandings(actor, fates)
  for (const { claim, anchor, lost } of fates) {
    if (!lost) continue
    const { id: claimId, number } = claim
    const [about, from] = [{ articleId, claimId, number, revision: to.number }, claim.anchor.exact]
    if (anchor) {
      const { exact: words, start, end } = anchor
      record({ type: 'claim.placed', ...about, from, words, start, end, how })
    } else {
      record({ type: 'claim.unplaced', ...about, what: lost.what, words: from })
    }
  }
  const numbers = (which: (fate: (typeof fates)[number]) => boolean) =>
    fates.filter(which).map(({ claim }) => claim.number)
  return {
    recheck: numbers(({ claim, standing }) => isRecheck(standing) && !isRecheck(claim)),
    reframed: numbers(({ claim, standing }) => isReframed(claim, standing)),
  }
}

const isReframed = (claim: LastPlace, { frameAspects, frameAfter }: Standing) =>
  frameAspects.length > 0 && frameAfter !== claim.frameAfter

type Standing = Pick<ClaimStanding, 'status' | 'saidVerdict' | 'soVerdict'> & FrameOnFile

/** What stands around a claim in the new text, beside what did in the one that it comes from. */
export function framesInto(to: Revision, language: string) {
  const now = framing(to, language)
  const known = new Map<string, Framing>()
  return (from: Revision, was: Span, is: Span) => {
    const old = known.get(from.id) ?? framing(from, language)
    known.set(from.id, old)
    return framesOf([old, now], [was, is])
  }
}

function fateOf(
  { claim, outcome, from }: CarriedClaim,
  to: Revision,
  said: Span | null | undefined,
  frames: ReturnType<typeof framesInto>,
) {
  const at = carriedTo(outcome)
  const { status, claimant } = claim.lost ?? claim
  const lost: Lost | null = at
    ? null
    : { ...{ claimId: claim.id, status, claimant }, ...lostPlace(outcome) }
  const place = at ?? said
  if (place) {
    const anchor = anchorAt(to.text, place)
    const standing = standingIn(claim, anchor, frames(from, claim.anchor, place))
    return { anchor, lost, standing }
  }
  const { saidVerdict, soVerdict, frameAspects, frameBefore, frameAfter } = claim
  const frame = { frameAspects, frameBefore, frameAfter }
  const standing = { saidVerdict, soVerdict, status: statusUnplaced(claim), ...frame }
  return { anchor: null, lost, standing }
}

/** How a claim stands on the words of a place, with what stands around them. */
export function standingIn(
  claim: LastPlace,
  { exact }: { exact: string },
  frames: readonly [string, string] | null,
): Standing {
  const known = frameChangeOf(claim)
  const newest = newestOf(claim.verdicts)
  const given = aspectsOf(claim).filter((aspect) => newest.some((one) => one.aspect === aspect))
  const isSaid = (change: { aspects: readonly Aspect[] } | null) =>
    change?.aspects.includes('said') ?? false
  const change = frameChange(given, known, frames)
  const frame = isSaid(change) ? 'changed' : isSaid(known) ? 'restored' : 'same'
  return { ...standingOn(claim, exact, claim.lost, frame), ...onFile(change) }
}

type LostPlace = Pick<Lost, 'what' | 'start' | 'end' | 'likeness' | 'places' | 'stood'>

function lostPlace(outcome: Reanchoring): LostPlace {
  const nothing = { start: null, end: null, likeness: null, places: [], stood: null }
  switch (outcome.what) {
    case 'changed':
      return {
        ...{ ...nothing, what: outcome.what, places: outcome.elsewhere },
        ...{ ...outcome.proposal.at, likeness: outcome.proposal.likeness },
      }
    case 'ambiguous':
      return { ...nothing, what: outcome.what, places: outcome.places }
    case 'missing':
      return { ...nothing, what: outcome.what, stood: outcome.stood }
    default:
      throw new Error(`a claim that was ${outcome.what} has a place`)
  }
}

const isRecheck = ({ status }: Pick<ClaimStanding, 'status'>) => status === 'recheck'

/** Claims that change in the same way are changed together. */
async function updateStandings(
  actor: Actor,
  fates: readonly { claim: LastPlace; standing: Standing }[],
): Promise<void> {
  const alike = new Map<string, { ids: string[]; standing: Standing }>()
  for (const { claim, standing } of fates) {
    if (keyOf(claim) === keyOf(standing)) continue
    const same = alike.get(keyOf(standing)) ?? { ids: [], standing }
    same.ids.push(claim.id)
    alike.set(keyOf(standing), same)
  }
  for (const { ids, standing } of alike.values()) await updateClaims(actor, ids, standing)
}

const keyOf = ({ status, saidVerdict, soVerdict, frameAspects, ...frame }: Standing) =>
  JSON.stringify([
    status,
    saidVerdict,
    soVerdict,
    frameAspects,
    frame.frameBefore,
    frame.frameAfter,
  ])

/** Places what is accounted for without a claim, and what somebody dismissed; what cannot be carried lapses. */
export async function placeMarks(
  actor: Actor,
  to: Revision,
  {
    marks,
    dismissed,
  }: { marks: readonly Carrying<Mark>[]; dismissed: readonly Carrying<Dismissed>[] },
) {
  await insertCarriedMarks(
    actor,
    to.id,
    there(marks, to.text).map(({ id: _, ...mark }) => mark),
  )
  await insertCarriedDismissals(
    actor,
    to.id,
    there(dismissed, to.text).map(({ id: _, prefix: __, suffix: ___, ...one }) => one),
  )
  return { marks: tally(marks), dismissals: tally(dismissed) }
}

function there<Placed extends Span>(carrying: readonly Carrying<Placed>[], text: string) {
  return carrying.flatMap(({ of, outcome }) => {
    const at = carriedTo(outcome)
    return at ? { ...of, ...anchorAt(text, at) } : []
  })
}

function tally(carrying: readonly Carrying<Span & { exact: string }>[]) {
  const lapsed = carrying.filter(({ outcome }) => !carriedTo(outcome)).map(({ of }) => of.exact)
  return { carried: carrying.length - lapsed.length, lapsed }
}
