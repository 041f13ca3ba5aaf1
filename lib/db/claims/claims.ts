import type { Anchor } from '@/lib/domain/anchoring/anchor'
import type { Actor } from '@/lib/domain/policy'
import type { Span } from '@/lib/domain/text/blocks'
import type { Aspect, ClaimType, Risk, VerdictKind, WorkStatus } from '@/lib/domain/vocabulary'
import { db } from '../client'
import { Prisma } from '../generated/client'
import { seenBy, seenBySql } from '../visibility'
import { findSecondChecksOf, withSecondChecks } from './hidden-verdicts'
import { type Claim, listed, readWholeClaims } from './whole-claims'

export async function findClaim(
  actor: Actor,
  which: { id: string } | { articleId: string; number: number },
): Promise<Claim | null> {
  const isIt =
    'id' in which
      ? Prisma.sql`claim.id = ${which.id}`
      : Prisma.sql`claim."articleId" = ${which.articleId} AND claim.number = ${which.number}`
  const [claim] = await readWholeClaims(actor, Prisma.sql`${isIt} AND ${seenBySql(actor)}`)
  return claim ?? null
}

/** Where a claim of an article has its newest place, and the words there; nothing of what was found about it. */
export async function findClaimPlace(actor: Actor, which: { articleId: string; number: number }) {
  const row = await db().claim.findFirst({
    where: { ...which, article: seenBy(actor) },
    select: {
      id: true,
      anchors: {
        select: {
          ...{ start: true, end: true, exact: true, revisionId: true },
          revision: { select: { number: true } },
        },
        orderBy: { revision: { number: 'desc' } },
        take: 1,
      },
    },
  })
  const anchor = row?.anchors[0]
  return row && anchor ? { id: row.id, anchor } : null
}

/** The claims of an article with all that is on file about them, in the order of the numbers: all, or a page of some. */
export function listWholeClaims(
  actor: Actor,
  articleId: string,
  { ids, after = 0, take }: { ids?: readonly string[]; after?: number; take?: number } = {},
): Promise<Claim[]> {
  const named = ids ? Prisma.sql`AND claim.id = ANY(${[...ids]})` : Prisma.empty
  return readWholeClaims(
    actor,
    Prisma.sql`claim."articleId" = ${articleId} AND claim.number > ${after} ${named}
      AND ${seenBySql(actor)}`,
    take,
  )
}

/** Every checked claim of the newsroom that has evidence from this source, whoever may see its article. */
export function listCheckedClaims(actor: Actor, sourceId: string): Promise<Claim[]> {
  return readWholeClaims(
    actor,
    Prisma.sql`claim.status = 'checked' AND claim.id IN (
      SELECT "claimId" FROM "Evidence" WHERE "sourceId" = ${sourceId} AND "detachedAt" IS NULL
    )`,
  )
}

/** Every claim of the newsroom that has a verdict and evidence from this source, cut ones too, whoever may see its article. */
export function listClaimsResting(actor: Actor, sourceId: string): Promise<Claim[]> {
  return readWholeClaims(
    actor,
    Prisma.sql`(claim."saidVerdict" IS NOT NULL OR claim."soVerdict" IS NOT NULL) AND claim.id IN (
      SELECT "claimId" FROM "Evidence" WHERE "sourceId" = ${sourceId} AND "detachedAt" IS NULL
    )`,
  )
}

/** What the workspace's list and marks need of each claim, or of some of them, in the order of the text. */
export async function listClaims(
  actor: Actor,
  articleId: string,
  revisionId: string,
  ids?: readonly string[],
) {
  const named = ids ? Prisma.sql`AND claim.id = ANY(${[...ids]})` : Prisma.empty
  const [found] = await db().$queryRaw<{ claims: ListedRow[] }[]>`
    SELECT coalesce(json_agg(listed ORDER BY listed.start, listed."end" DESC, listed.number), '[]') AS claims
    FROM (
      SELECT ${LISTED}, anchor.start, anchor."end", (
        SELECT count(*) FROM "Evidence" evidence
        WHERE evidence."claimId" = claim.id AND evidence."detachedAt" IS NULL
      ) AS evidence
      FROM "Anchor" anchor
      JOIN "Claim" claim ON claim.id = anchor."claimId"
      JOIN "Article" article ON article.id = claim."articleId"
      WHERE anchor."revisionId" = ${revisionId} AND article.id = ${articleId}
        AND ${seenBySql(actor)} ${named}
    ) listed`
  const claims = found?.claims ?? []
  return withSecondChecks(claims, await findSecondChecksOf(actor, articleId, claims, ids))
}

type ListedRow = Prisma.ClaimGetPayload<{ select: typeof listed }> & Span & { evidence: number }

const LISTED = Prisma.raw(
  Object.keys(listed)
    .map((column) => `claim."${column}"`)
    .join(', '),
)

export type ListedClaim = Awaited<ReturnType<typeof listClaims>>[number]

export interface ClaimDetails {
  type: ClaimType
  risks: Risk[]
  claimant: string | null
  assigneeId: string | null
}

export async function insertClaim(
  actor: Actor,
  place: { articleId: string; revisionId: string; number: number; anchor: Anchor },
  details: ClaimDetails,
): Promise<string> {
  const { id } = await db().claim.create({
    data: {
      ...details,
      articleId: place.articleId,
      number: place.number,
      createdById: actor.userId,
      anchors: { create: { ...place.anchor, revisionId: place.revisionId } },
    },
    select: { id: true },
  })
  return id
}

export interface ClaimStandingChange {
  status?: WorkStatus
  saidVerdict?: VerdictKind | null
  soVerdict?: VerdictKind | null
  secondCheckAsked?: boolean
  secondCheckerId?: string | null
  frameAspects?: Aspect[]
  frameBefore?: string
  frameAfter?: string
  shakenAt?: Date
}

/** Changes a claim and counts its version up, so that a page that showed the old one is found out. */
export async function updateClaim(
  actor: Actor,
  id: string,
  data: Partial<ClaimDetails> & ClaimStandingChange,
): Promise<void> {
  await db().claim.update({
    where: { id, article: { newsroomId: actor.newsroomId } },
    data: { ...data, version: { increment: 1 } },
  })
}

/** Changes many claims in the same way, and counts the version of each up. */
export async function updateClaims(
  actor: Actor,
  ids: readonly string[],
  data: Partial<ClaimDetails> & ClaimStandingChange,
): Promise<void> {
  await db().claim.updateMany({
    where: { id: { in: [...ids] }, article: { newsroomId: actor.newsroomId } },
    data: { ...data, version: { increment: 1 } },
  })
}

/** The claim that is on just these words of a revision and is not cut, by its id; null where none is. */
export async function findClaimAt(
  actor: Actor,
  revisionId: string,
  { start, end }: Span,
): Promise<string | null> {
  const article = seenBy(actor)
  const row = await db().claim.findFirst({
    where: { anchors: { some: { revisionId, start, end } }, status: { not: 'cut' }, article },
    select: { id: true },
    orderBy: { number: 'asc' },
  })
  return row?.id ?? null
}
