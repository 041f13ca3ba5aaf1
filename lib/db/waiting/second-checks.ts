import { aspectStanding, checksOn } from '@/lib/domain/claims/second-check'
import { aspectsOf } from '@/lib/domain/claims/status'
import type { Actor } from '@/lib/domain/policy'
import type { WaitingKind } from '@/lib/domain/waiting/kinds'
import type { Desk } from '@/lib/domain/waiting/whom'
import { findSecondChecks, isNeeded, mayEverCheck } from '../claims/hidden-verdicts'
import {
  type Checked,
  differing,
  type SecondTodo,
  todoOf,
  waitingFor,
} from '../claims/second-checks'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { DUE, EACH, idsOf, isAskedFor, mayLead, type Scope, wrote } from './scope'

/** A claim of which a second check is missing, or two disagree. */
export interface OpenCheck {
  id: string
  articleId: string
  kind: Extract<WaitingKind, 'second' | 'differing' | 'name_second'>
  todo: SecondTodo | 'name'
}

/** The second checks that the actor is to give, and those that differ and are theirs to settle. */
export async function listChecksFor(
  actor: Actor,
  which: 'second' | 'differing',
  scope: Scope,
): Promise<OpenCheck[]> {
  if (!mayEverCheck(actor)) return []
  const candidates = which === 'second' ? waitingFor(actor, { seen: true }) : differing(actor)
  return judged(actor, candidates, scope, (claim) => {
    const todo = claim.isPlaced ? todoOf(actor, claim) : null
    return todo && (todo === 'check') === (which === 'second') ? { kind: which, todo } : null
  })
}

/** Second checks that nobody can give or settle, so that somebody who leads the article has to name somebody. */
export async function listNobodysChecks(
  actor: Actor,
  desk: Desk,
  scope: Scope,
): Promise<OpenCheck[]> {
  if (!idsOf(scope).editors.includes(actor.userId)) return []
  return judged(actor, withNobody(actor, scope), scope, (claim) =>
    isNobodys(desk, claim) ? { kind: 'name_second', todo: 'name' } : null,
  )
}

/** How many claims are looked at with all their verdicts in one go, and how many at most. */
const BATCH = 120
const MOST_LOOKED_AT = 3_000

/** Of what SQL found, the claims that the rules leave, in the order of what is pressing. */
async function judged(
  actor: Actor,
  candidates: Prisma.Sql,
  scope: Scope,
  judge: (claim: Checked) => Pick<OpenCheck, 'kind' | 'todo'> | null,
): Promise<OpenCheck[]> {
  const rows = await db().$queryRaw<{ id: string }[]>`
    SELECT candidate.id FROM (${candidates}) AS candidate
    JOIN "Claim" claim ON claim.id = candidate.id
    JOIN "Article" article ON article.id = claim."articleId"
    WHERE ${isAskedFor(actor, scope)}
    ORDER BY ${DUE} NULLS LAST, article."createdAt", article.id, candidate.id LIMIT ${MOST_LOOKED_AT}`
  const found: OpenCheck[] = []
  for (let at = 0; at < rows.length && found.length < scope.most; at += BATCH) {
    const ids = rows.slice(at, at + BATCH).map(({ id }) => id)
    const claims = await findSecondChecks(actor, Prisma.sql`claim.id = ANY (${ids})`)
    for (const id of ids) {
      const claim = claims.get(id)
      const waits = claim && judge(claim)
      if (waits) found.push({ id, articleId: claim.articleId, ...waits })
    }
  }
  return found.slice(0, scope.most)
}

/** Claims that were checked once or differ, and of which there may be nobody who gives the second check or settles it. */
function withNobody(actor: Actor, scope: Scope): Prisma.Sql {
  const { working } = idsOf(scope)
  const gave = (who: Prisma.Sql) => Prisma.sql`EXISTS (SELECT FROM "Verdict" given
    WHERE given."claimId" = claim.id AND given."givenById" = ${who} ${EACH})`
  const cannot = (who: Prisma.Sql) =>
    Prisma.sql`(${gave(who)} ${actor.selfCheck ? Prisma.empty : Prisma.sql`OR ${wrote(who)}`})`
  const named = Prisma.sql`claim."secondCheckerId"`
  return Prisma.sql`
    SELECT claim.id FROM "Claim" claim JOIN "Article" article ON article.id = claim."articleId"
    WHERE claim."openChecks" <> 'none' AND claim.status <> 'cut' AND ${isNeeded(actor)}
      AND article."newsroomId" = ${actor.newsroomId} AND article."archivedAt" IS NULL
      AND ${mayLead(actor, scope)} AND (claim."openChecks" = 'differing'
        OR ${named} IS NOT NULL AND (${named} <> ALL (${working}) OR ${cannot(named)})
        OR ${named} IS NULL AND NOT EXISTS (
          SELECT FROM "ArticlePerson" checker WHERE checker."articleId" = article.id
            AND checker.part = 'checker' AND checker."userId" = ANY (${working})
            AND NOT ${cannot(Prisma.sql`checker."userId"`)} ${EACH}))`
}

/** Whether something is to be done about the checks of a claim, and nobody in the newsroom can but by naming somebody. */
function isNobodys(desk: Desk, claim: Checked): boolean {
  const isOpen = aspectsOf(claim).some((aspect) => {
    const standing = aspectStanding(claim, aspect)
    const isGivenOnce = checksOn(claim, aspect).first !== null
    return standing === 'disagrees' || (standing === 'missing' && isGivenOnce)
  })
  return isOpen && claim.isPlaced && !desk.anybody((person) => todoOf(person, claim) !== null)
}
