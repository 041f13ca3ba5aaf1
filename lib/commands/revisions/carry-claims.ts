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
import { standingOn, statusUnplaced } from '@/lib/domain/claims/standing'
import type { ClaimStanding } from '@/lib/domain/claims/status'
import type { Actor } from '@/lib/domain/policy'
import type { Span } from '@/lib/domain/text/blocks'
import type { CarriedClaim } from './standing'

/** The text into which claims are carried. */
export interface Into {
  articleId: string
  to: Revision
  /** Where claims stand in it whose place no program may say, because a person said which words are in place of which. */
  said?: (claim: LastPlace) => Span | null
  /** How that person said so. */
  how?: 'applied' | 'corrected'
}

/**
 * Gives carried claims their places in the new text and puts on record which have none; answers with the numbers
 * of those that were checked and have to be checked again.
 */
export async function placeClaims(
  actor: Actor,
  { articleId, to, said, how = 'applied' }: Into,
  carried: readonly CarriedClaim[],
  record: (event: DeskEvent) => void,
): Promise<number[]> {
  const fates = carried.map((one) => ({ ...one, ...fateOf(one, to, said?.(one.claim)) }))
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
  return fates
    .filter(({ claim, standing }) => isRecheck(standing) && !isRecheck(claim))
    .map(({ claim }) => claim.number)
}

type Standing = Pick<ClaimStanding, 'status' | 'saidVerdict' | 'soVerdict'>

function fateOf({ claim, outcome }: CarriedClaim, to: Revision, said: Span | null | undefined) {
  const at = carriedTo(outcome)
  const { status, claimant } = claim.lost ?? claim
  const lost: Lost | null = at
    ? null
    : { ...{ claimId: claim.id, status, claimant }, ...lostPlace(outcome) }
  const place = at ?? said
  if (place) {
    const anchor = anchorAt(to.text, place)
    return { anchor, lost, standing: standingOn(claim, anchor.exact, claim.lost) }
  }
  const { saidVerdict, soVerdict } = claim
  return { anchor: null, lost, standing: { saidVerdict, soVerdict, status: statusUnplaced(claim) } }
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

const keyOf = ({ status, saidVerdict, soVerdict }: Standing) =>
  [status, saidVerdict, soVerdict].join(' ')

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
