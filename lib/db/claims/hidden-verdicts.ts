/** What a person may not know yet of the claims they see: everything that is read for somebody passes through here. */

import { hiddenFrom, standingBlind } from '@/lib/domain/claims/blind-check'
import { needsSecondCheck, secondCheckStanding } from '@/lib/domain/claims/second-check'
import type { ClaimStanding } from '@/lib/domain/claims/status'
import { type Actor, can } from '@/lib/domain/policy'
import { type Writing, writersOf, writersOfClaim } from '@/lib/domain/revisions/writing'
import type { OpenItemKind, SecondCheckStanding } from '@/lib/domain/vocabulary'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { withPeople } from '../visibility'

const checks = {
  id: true,
  number: true,
  articleId: true,
  risks: true,
  claimant: true,
  secondCheckAsked: true,
  secondCheckerId: true,
  article: {
    select: {
      slug: true,
      headline: true,
      language: true,
      revisionNumber: true,
      people: { select: { userId: true, part: true } },
      revisions: { select: { written: true }, orderBy: { number: 'desc' }, take: 1 },
    },
  },
  verdicts: {
    select: {
      ...{ id: true, aspect: true, verdict: true, check: true, words: true },
      ...{ change: true, givenById: true },
    },
    orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
  },
  anchors: {
    select: { start: true, end: true, exact: true, revision: { select: { number: true } } },
    orderBy: { revision: { number: 'desc' } },
    take: 1,
  },
} satisfies Prisma.ClaimSelect

type ChecksRow = Prisma.ClaimGetPayload<{ select: typeof checks }>

/** The second check of those claims that need one, by the claim's id: where it stands, and what is hidden from the actor. */
export async function findSecondChecks(actor: Actor, which: Prisma.ClaimWhereInput) {
  const rows = await db().claim.findMany({
    where: { AND: [which, needing(actor)] },
    select: checks,
  })
  return new Map(rows.map((row) => [row.id, secondCheckOf(actor, row)]))
}

export type SecondChecks = Awaited<ReturnType<typeof findSecondChecks>>

/** The same of claims that were just read of an article; asks for nothing where none of them needs a second check. */
export async function findSecondChecksOf(
  actor: Actor,
  articleId: string,
  claims: readonly Parameters<typeof needsSecondCheck>[1][],
  ids?: readonly string[],
): Promise<SecondChecks> {
  const isNeeded = claims.some((claim) => needsSecondCheck(actor, claim))
  const which = { articleId, ...(ids && { id: { in: [...ids] } }) }
  return isNeeded ? findSecondChecks(actor, which) : new Map()
}

/** The same of claims on which something may be hidden from the actor, and of no others. */
export async function findHidden(
  actor: Actor,
  which: Prisma.ClaimWhereInput,
): Promise<SecondChecks> {
  if (!mayEverCheck(actor)) return new Map()
  const ofOthers = { verdicts: { some: { givenById: { not: actor.userId } } } }
  const open = { openChecks: { not: 'none' as const } }
  return findSecondChecks(actor, { AND: [which, open, ofOthers, meantFor(actor)] })
}

/** Gives listed claims their second check, and takes from them what the actor may not know yet. */
export function withSecondChecks<Listed extends ClaimStanding & { id: string }>(
  claims: readonly Listed[],
  found: SecondChecks,
): (Listed & { second: SecondCheckStanding })[] {
  return claims.map((claim) => {
    const { hidden, second } = found.get(claim.id) ?? NONE
    return { ...standingBlind(claim, hidden), second }
  })
}

/** Whether something that stands in the way of a signature tells a verdict that is hidden. */
export function tellsHidden(
  item: { kind: OpenItemKind } & ({ claim: { id: string } | null } | { claimId: string | null }),
  found: SecondChecks,
): boolean {
  const claimId = 'claim' in item ? item.claim?.id : item.claimId
  const isHidden = (found.get(claimId ?? '')?.hidden.length ?? 0) > 0
  return isHidden && ITEMS_THAT_TELL.includes(item.kind)
}

/** What follows from a verdict, and so tells it. */
const ITEMS_THAT_TELL: readonly OpenItemKind[] = ['not_safe', 'secondary_support', 'frame_changed']

/** The numbers of the claims on which something is hidden. */
export function numbersOf(found: SecondChecks): number[] {
  return [...found.values()].flatMap(({ hidden, number }) => (hidden.length > 0 ? number : []))
}

const NONE = { hidden: [], second: 'not_needed' as const }

/** The claims that are to be checked by a second person. */
export function needing({ secondCheck, secondCheckRisks }: Actor): Prisma.ClaimWhereInput {
  if (secondCheck === 'every_claim') return {}
  const asked = { secondCheckAsked: true }
  return secondCheck === 'never'
    ? asked
    : { OR: [asked, { risks: { hasSome: [...secondCheckRisks] } }] }
}

/** The claims of the actor's newsroom whose second check the actor may have to give. */
function meantFor({ userId, newsroomId }: Actor): Prisma.ClaimWhereInput {
  return {
    article: { newsroomId },
    OR: [
      { secondCheckerId: userId },
      { secondCheckerId: null, article: { people: { some: { userId, part: 'checker' } } } },
    ],
  }
}

/** Whether there is any article in which the actor could check. */
export const mayEverCheck = (actor: Actor) =>
  can(actor, 'claim.rate', {
    writerIds: actor.selfCheck ? [actor.userId] : [],
    checkerIds: [actor.userId],
    wroteIds: [],
  })

function secondCheckOf(actor: Actor, { anchors, article: found, ...row }: ChecksRow) {
  const [anchor] = anchors
  const { revisions, ...here } = found
  const written = (revisions[0]?.written ?? []) as unknown as Writing[]
  const isPlaced = anchor?.revision.number === here.revisionNumber
  const wroteIds =
    anchor && isPlaced
      ? writersOfClaim(written, { anchor, verdicts: row.verdicts })
      : writersOf(written)
  const article = { ...withPeople(here), wroteIds }
  const claim = { ...row, article, words: anchor?.exact ?? '' }
  return {
    ...claim,
    isPlaced,
    hidden: hiddenFrom(actor, claim),
    second: secondCheckStanding(actor, claim),
  }
}
