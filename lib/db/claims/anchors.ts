/** Where claims stand in which text, and which have no place in one. */

import type { Anchor } from '@/lib/domain/anchoring/anchor'
import type { Actor } from '@/lib/domain/policy'
import type { Span } from '@/lib/domain/text/blocks'
import type { WorkStatus } from '@/lib/domain/vocabulary'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { seenBy } from '../visibility'
import { findSecondChecksOf, withSecondChecks } from './hidden-verdicts'
import { listed } from './whole-claims'

const place = { start: true, end: true, exact: true } satisfies Prisma.AnchorSelect

const lost = {
  revision: { select: { number: true } },
  what: true,
  start: true,
  end: true,
  likeness: true,
  places: true,
  stood: true,
  status: true,
  claimant: true,
} satisfies Prisma.UnplacedSelect

type LostRow = Prisma.UnplacedGetPayload<{ select: typeof lost }>

/** The claims of an article, or one of them, each with the newest place it has, and how it lost that, if it did. */
export async function listLastPlaces(
  actor: Actor,
  which: { articleId: string; id?: string; status?: { not: 'cut' } },
) {
  const rows = await db().claim.findMany({
    where: { ...which, article: seenBy(actor) },
    select: {
      id: true,
      number: true,
      status: true,
      claimant: true,
      saidVerdict: true,
      soVerdict: true,
      frameAspects: true,
      frameBefore: true,
      frameAfter: true,
      shakenAt: true,
      verdicts: {
        select: { aspect: true, verdict: true, check: true, words: true, givenAt: true },
        orderBy: [{ givenAt: 'desc' }, { id: 'desc' }],
      },
      anchors: {
        select: { ...place, revision: { select: { id: true, number: true } } },
        orderBy: { revision: { number: 'desc' } },
        take: 1,
      },
      unplaced: { select: lost, orderBy: { revision: { number: 'desc' } }, take: 1 },
    },
    orderBy: { number: 'asc' },
  })
  return rows.map(({ anchors: [anchor], unplaced: [unplaced], ...claim }) => {
    if (!anchor) throw new Error(`claim ${claim.id} has no anchor`)
    const isLost = unplaced && unplaced.revision.number > anchor.revision.number
    return { ...claim, anchor, lost: isLost ? withPlaces(unplaced) : null }
  })
}

export type LastPlace = Awaited<ReturnType<typeof listLastPlaces>>[number]

function withPlaces({ places, ...row }: LostRow) {
  return { ...row, places: places as unknown as Span[] }
}

/** Whether a claim could not be carried into this text. */
export async function hasLostPlace(
  actor: Actor,
  which: { claimId: string; revisionId: string },
): Promise<boolean> {
  return (await db().unplaced.count({ where: { ...which, claim: { article: seenBy(actor) } } })) > 0
}

/** What a program made of a claim that it could not carry. */
export interface Lost {
  claimId: string
  what: LostRow['what']
  start: number | null
  end: number | null
  likeness: number | null
  places: Span[]
  stood: number | null
  status: WorkStatus
  claimant: string | null
}

export async function insertAnchors(
  actor: Actor,
  revisionId: string,
  anchors: readonly (Anchor & { claimId: string })[],
): Promise<void> {
  await db().revision.update({
    where: { id: revisionId, article: { newsroomId: actor.newsroomId } },
    data: { anchors: { createMany: { data: [...anchors] } } },
  })
}

export async function insertUnplaced(
  actor: Actor,
  revisionId: string,
  lost: readonly Lost[],
): Promise<void> {
  const data = lost.map((one) => ({
    ...one,
    places: one.places as unknown as Prisma.InputJsonValue,
  }))
  await db().revision.update({
    where: { id: revisionId, article: { newsroomId: actor.newsroomId } },
    data: { unplaced: { createMany: { data } } },
  })
}

/** Takes a claim from a place that a person chose. */
export async function deleteAnchor(
  actor: Actor,
  which: { claimId: string; revisionId: string },
): Promise<void> {
  await db().anchor.deleteMany({
    where: { ...which, claim: { article: { newsroomId: actor.newsroomId } } },
  })
}

/** The claims that have no place in the newest text: those that wait to be placed, and those that were cut before. */
export async function listUnplacedClaims(
  actor: Actor,
  articleId: string,
  revisionId: string,
  ids?: readonly string[],
) {
  const rows = await db().claim.findMany({
    where: {
      articleId,
      article: seenBy(actor),
      anchors: { none: { revisionId } },
      ...(ids && { id: { in: [...ids] } }),
    },
    select: {
      ...listed,
      _count: { select: { evidence: { where: { detachedAt: null } } } },
      anchors: {
        select: { ...place, prefix: true, suffix: true, revision: { select: { number: true } } },
        orderBy: { revision: { number: 'desc' } },
        take: 1,
      },
      unplaced: { where: { revisionId }, select: lost, take: 1 },
    },
    orderBy: { number: 'asc' },
  })
  const claims = rows.flatMap(({ anchors: [anchor], unplaced: [row], _count, ...claim }) => {
    if (!anchor) return []
    const { start, end, exact, prefix, suffix, revision } = anchor
    const outcome = row ? outcomeOf(withPlaces(row)) : null
    const from = { words: exact, prefix, suffix, revision: revision.number }
    return { ...claim, start, end, evidence: _count.evidence, ...from, outcome }
  })
  return withSecondChecks(claims, await findSecondChecksOf(actor, articleId, claims, ids))
}

export type UnplacedClaim = Awaited<ReturnType<typeof listUnplacedClaims>>[number]

/** What a program proposes: the likeliest place first. */
function outcomeOf({ what, start, end, likeness, places, stood }: ReturnType<typeof withPlaces>) {
  const proposal = start === null || end === null ? [] : [{ start, end }]
  return { what, likeness, places: [...proposal, ...places], stood }
}
