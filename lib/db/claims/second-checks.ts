import { checkToGive } from '@/lib/domain/claims/blind-check'
import { aspectStanding } from '@/lib/domain/claims/second-check'
import { aspectsOf } from '@/lib/domain/claims/status'
import type { Actor } from '@/lib/domain/policy'
import { claimNumber } from '@/lib/domain/vocabulary'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { isSeen } from '../visibility'
import { findSecondChecks, isNeeded, mayEverCheck, type SecondChecks } from './hidden-verdicts'

/** A claim with its checks. */
export type Checked = SecondChecks extends Map<string, infer Row> ? Row : never

/** The claims of the newsroom on which a verdict is hidden from the actor, as they are called: `most` of them, and that there are others. */
export async function listHiddenClaims(actor: Actor, most: number): Promise<string[]> {
  if (!mayEverCheck(actor)) return []
  const names: string[] = []
  for await (const { hidden, number, article } of looked(actor, waitingFor(actor))) {
    if (hidden.length > 0) names.push(`${claimNumber(number)} (${article.slug})`)
    if (names.length > most) return [...names.slice(0, most), 'others']
  }
  return names
}

/** What somebody can do about the second check of a claim: check second, give another verdict, or decide; null where it waits for others. */
export type SecondTodo = 'check' | 'agree' | 'decide'

export function todoOf(actor: Actor, claim: Checked): SecondTodo | null {
  const open = aspectsOf(claim).map((aspect) => ({
    check: checkToGive(actor, claim, aspect),
    standing: aspectStanding(claim, aspect),
  }))
  const differing = open.filter(({ standing }) => standing === 'disagrees')
  if (differing.some(({ check }) => check === 'deciding')) return 'decide'
  if (differing.some(({ check }) => check !== null)) return 'agree'
  const waits = open.some(({ check, standing }) => check === 'second' && standing === 'missing')
  return waits ? 'check' : null
}

/** How many claims are looked at with all their verdicts in one go. */
const BATCH = 120

/** Claims one by one with their checks, by their ids; what the SQL found too many is for the caller to leave out. */
async function* looked(actor: Actor, candidates: Prisma.Sql): AsyncGenerator<Checked> {
  for (let last: string | undefined = ''; last !== undefined; ) {
    const rows: { id: string }[] = await db().$queryRaw`
      SELECT id FROM (${candidates}) AS candidate WHERE id > ${last} ORDER BY id LIMIT ${BATCH}`
    if (rows.length === 0) return
    const ids = rows.map(({ id }) => id)
    const found = await findSecondChecks(actor, Prisma.sql`claim.id = ANY (${ids})`)
    for (const id of ids) {
      const claim = found.get(id)
      if (claim) yield claim
    }
    last = rows.length === BATCH ? ids.at(-1) : undefined
  }
}

/**
 * The claims on which somebody else gave a verdict and whose second check the actor may have to give. They are looked for
 * among those that wait in the newsroom, which are few, unless every claim is to be checked twice.
 */
export function waitingFor(actor: Actor, { seen = false } = {}): Prisma.Sql {
  const { userId, newsroomId, secondCheck } = actor
  const hint =
    secondCheck === 'every_claim' ? Prisma.sql`NOT MATERIALIZED` : Prisma.sql`MATERIALIZED`
  return Prisma.sql`
    WITH claim AS ${hint} (
      SELECT claim.id, claim."articleId", claim."secondCheckerId" FROM "Claim" claim
      WHERE claim."openChecks" <> 'none' AND ${isNeeded(actor)}
        ${seen ? Prisma.sql`AND claim.status <> 'cut'` : Prisma.empty}
    ), own AS (
      SELECT * FROM claim WHERE claim."secondCheckerId" = ${userId}
      UNION ALL
      SELECT claim.* FROM claim JOIN "ArticlePerson" person ON person."articleId" = claim."articleId"
      WHERE claim."secondCheckerId" IS NULL AND person."userId" = ${userId} AND person.part = 'checker'
    )
    SELECT claim.id FROM own AS claim JOIN "Article" article ON article.id = claim."articleId"
    WHERE article."newsroomId" = ${newsroomId}
      ${seen ? Prisma.sql`AND article."archivedAt" IS NULL AND ${isSeen(actor)}` : Prisma.empty}
      AND EXISTS (
        SELECT FROM "Verdict" given
        WHERE given."claimId" = claim.id AND given."givenById" <> ${userId})`
}

/** The claims on which two checks differ, in articles that the actor sees. */
export function differing(actor: Actor): Prisma.Sql {
  return Prisma.sql`
    SELECT claim.id FROM "Claim" claim JOIN "Article" article ON article.id = claim."articleId"
    WHERE claim."openChecks" = 'differing' AND claim.status <> 'cut' AND ${isNeeded(actor)}
      AND article."newsroomId" = ${actor.newsroomId} AND article."archivedAt" IS NULL
      AND ${isSeen(actor)}`
}
