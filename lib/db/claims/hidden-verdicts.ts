/** What a person may not know yet of the claims they see: everything that is read for somebody passes through here. */

import { hiddenFrom, standingBlind } from '@/lib/domain/claims/blind-check'
import { needsSecondCheck, secondCheckStanding } from '@/lib/domain/claims/second-check'
import type { ClaimStanding } from '@/lib/domain/claims/status'
import { type Actor, can } from '@/lib/domain/policy'
import type { OpenItemKind, SecondCheckStanding } from '@/lib/domain/vocabulary'
import { Prisma } from '../generated/client'
import { readChecks } from './second-check-rows'

/**
 * The second check of those claims that need one, by the claim's id: where it stands, and what is hidden from the actor.
 * The condition is about `claim`.
 */
export async function findSecondChecks(actor: Actor, which: Prisma.Sql) {
  const rows = await readChecks(actor, Prisma.sql`${which} AND ${isNeeded(actor)}`)
  return new Map(
    rows.map((claim) => [
      claim.id,
      {
        ...claim,
        hidden: hiddenFrom(actor, claim),
        second: secondCheckStanding(actor, claim),
      },
    ]),
  )
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
  const named = ids ? Prisma.sql`AND claim.id = ANY (${[...ids]})` : Prisma.empty
  const which = Prisma.sql`claim."articleId" = ${articleId} ${named}`
  return isNeeded ? findSecondChecks(actor, which) : new Map()
}

/** The same of claims on which something may be hidden from the actor, and of no others. */
export async function findHidden(actor: Actor, which: Prisma.Sql): Promise<SecondChecks> {
  if (!mayEverCheck(actor)) return new Map()
  return findSecondChecks(
    actor,
    Prisma.sql`${which} AND claim."openChecks" <> 'none' AND ${isMeantFor(actor)} AND EXISTS (
      SELECT FROM "Verdict" given
      WHERE given."claimId" = claim.id AND given."givenById" <> ${actor.userId})`,
  )
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

/** The ids of the claims on which something is hidden. */
export function idsHidden(found: SecondChecks): string[] {
  return [...found].flatMap(([id, { hidden }]) => (hidden.length > 0 ? id : []))
}

/** The numbers of the claims on which something is hidden. */
export function numbersOf(found: SecondChecks): number[] {
  return [...found.values()].flatMap(({ hidden, number }) => (hidden.length > 0 ? number : []))
}

const NONE = { hidden: [], second: 'not_needed' as const }

/** In SQL, whether the claim at hand is to be checked by a second person. */
export function isNeeded({ secondCheck, secondCheckRisks }: Actor): Prisma.Sql {
  if (secondCheck === 'every_claim') return Prisma.sql`true`
  if (secondCheck === 'never') return Prisma.sql`claim."secondCheckAsked"`
  return Prisma.sql`(claim."secondCheckAsked" OR claim.risks && ${[...secondCheckRisks]}::"Risk"[])`
}

/** In SQL, whether the actor may have to give the second check of the claim at hand. */
function isMeantFor({ userId, isProgram }: Actor): Prisma.Sql {
  if (isProgram) return Prisma.sql`true`
  return Prisma.sql`(claim."secondCheckerId" = ${userId} OR claim."secondCheckerId" IS NULL AND EXISTS (
    SELECT FROM "ArticlePerson" person
    WHERE person."articleId" = claim."articleId"
      AND person."userId" = ${userId} AND person.part = 'checker'))`
}

/** Whether there is any article in which the actor could check, or is as blind as if they could. */
export const mayEverCheck = (actor: Actor) =>
  actor.isProgram ||
  can(actor, 'claim.rate', {
    writerIds: actor.selfCheck ? [actor.userId] : [],
    checkerIds: [actor.userId],
    wroteIds: [],
  })
