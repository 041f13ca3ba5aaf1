import type { Anchor } from '@/lib/domain/anchoring/anchor'
import { isSameWording } from '@/lib/domain/claims/standing'
import type { Actor } from '@/lib/domain/policy'
import type { ClaimType, Risk, VerdictKind, WorkStatus } from '@/lib/domain/vocabulary'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { seenBy, withPeople } from '../visibility'
import { findSecondChecksOf, withSecondChecks } from './hidden-verdicts'

const article = {
  id: true,
  slug: true,
  language: true,
  state: true,
  revisionNumber: true,
  people: { select: { userId: true, part: true } },
} satisfies Prisma.ArticleSelect

/** What every list of claims shows of each. */
export const listed = {
  id: true,
  number: true,
  type: true,
  risks: true,
  claimant: true,
  assigneeId: true,
  status: true,
  saidVerdict: true,
  soVerdict: true,
  secondCheckAsked: true,
  secondCheckerId: true,
  version: true,
} satisfies Prisma.ClaimSelect

const claim = {
  ...listed,
  createdById: true,
  createdAt: true,
} satisfies Prisma.ClaimSelect

const evidence = {
  id: true,
  aspect: true,
  stance: true,
  directness: true,
  locator: true,
  excerpt: true,
  note: true,
  version: true,
  addedById: true,
  addedAt: true,
  source: {
    select: {
      id: true,
      kind: true,
      title: true,
      publisher: true,
      published: true,
      url: true,
      origin: true,
      version: true,
    },
  },
} satisfies Prisma.EvidenceSelect

const whole = {
  ...claim,
  article: { select: article },
  anchors: {
    select: {
      start: true,
      end: true,
      exact: true,
      revisionId: true,
      revision: { select: { number: true } },
    },
    orderBy: { revision: { number: 'desc' } },
    take: 1,
  },
  evidence: { where: { detachedAt: null }, select: evidence, orderBy: { addedAt: 'asc' } },
  verdicts: { orderBy: [{ givenAt: 'desc' }, { id: 'desc' }] },
  waivers: { orderBy: { givenAt: 'desc' } },
} satisfies Prisma.ClaimSelect

type WholeRow = Prisma.ClaimGetPayload<{ select: typeof whole }>

/**
 * A claim with its newest place and the words there, its evidence, the waivers given for these words, and all its
 * verdicts, newest first: what commands go by. Nobody is shown it but through `asKnownTo`.
 */
export type Claim = ReturnType<typeof shaped>

function shaped({ article, anchors, waivers, ...rest }: WholeRow) {
  const [anchor] = anchors
  if (!anchor) throw new Error(`claim ${rest.id} has no anchor`)
  const standing = waivers.filter(({ words }) => isSameWording(words, anchor.exact))
  return { ...rest, anchor, waivers: standing, article: withPeople(article) }
}

export async function findClaim(
  actor: Actor,
  which: { id: string } | { articleId: string; number: number },
): Promise<Claim | null> {
  const row = await db().claim.findFirst({
    where: { ...which, article: seenBy(actor) },
    select: whole,
  })
  return row && shaped(row)
}

/** Where a claim of an article has its newest place, and the words there; nothing of what was found about it. */
export async function findClaimPlace(actor: Actor, which: { articleId: string; number: number }) {
  const row = await db().claim.findFirst({
    where: { ...which, article: seenBy(actor) },
    select: { id: true, anchors: whole.anchors },
  })
  const anchor = row?.anchors[0]
  return row && anchor ? { id: row.id, anchor } : null
}

/** The claims of an article with all that is on file about them, in the order of the numbers: all, or a page of some. */
export async function listWholeClaims(
  actor: Actor,
  articleId: string,
  { ids, after, take }: { ids?: readonly string[]; after?: number; take?: number } = {},
): Promise<Claim[]> {
  const rows = await db().claim.findMany({
    where: {
      articleId,
      article: seenBy(actor),
      ...(ids && { id: { in: [...ids] } }),
      ...(after && { number: { gt: after } }),
    },
    select: whole,
    orderBy: { number: 'asc' },
    take,
  })
  return rows.map(shaped)
}

/** Every checked claim of the newsroom that has evidence from this source, whoever may see its article. */
export async function listCheckedClaims(actor: Actor, sourceId: string): Promise<Claim[]> {
  const rows = await db().claim.findMany({
    where: {
      status: 'checked',
      article: { newsroomId: actor.newsroomId },
      evidence: { some: { sourceId, detachedAt: null } },
    },
    select: whole,
    orderBy: { number: 'asc' },
  })
  return rows.map(shaped)
}

/** What the workspace's list and marks need of each claim, or of some of them, in the order of the text. */
export async function listClaims(
  actor: Actor,
  articleId: string,
  revisionId: string,
  ids?: readonly string[],
) {
  const rows = await db().anchor.findMany({
    where: {
      revisionId,
      claim: { articleId, article: seenBy(actor), ...(ids && { id: { in: [...ids] } }) },
    },
    select: {
      start: true,
      end: true,
      claim: {
        select: { ...claim, _count: { select: { evidence: { where: { detachedAt: null } } } } },
      },
    },
    orderBy: [{ start: 'asc' }, { end: 'desc' }, { claim: { number: 'asc' } }],
  })
  const claims = rows.map(({ claim: { _count, ...claim }, start, end }) => ({
    ...claim,
    start,
    end,
    evidence: _count.evidence,
  }))
  return withSecondChecks(claims, await findSecondChecksOf(actor, articleId, claims, ids))
}

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
