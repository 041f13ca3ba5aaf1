import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { seenBy, withPeople } from '../visibility'
import { facts } from './articles'

/** What every layout says of these articles, as far as the actor sees them, by id. */
export async function findCards(
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, ArticleCard>> {
  const rows = await db().article.findMany({
    where: { id: { in: [...ids] }, ...seenBy(actor) },
    select: card,
  })
  return new Map(rows.map((row) => [row.id, cardOf(row)]))
}

/** What the list says of these articles besides, as far as the actor sees them, by id. */
export async function findSummaries(
  actor: Actor,
  ids: readonly string[],
): Promise<Map<string, ArticleSummary>> {
  const rows = await db().article.findMany({
    where: { id: { in: [...ids] }, ...seenBy(actor) },
    select: summary,
  })
  return new Map(rows.map((row) => [row.id, summaryOf(row)]))
}

const card = {
  ...facts,
  signOffs: {
    select: { emergency: true, end: { select: { kind: true } } },
    orderBy: { signedAt: 'desc' },
  },
  _count: { select: { suggestions: { where: { state: 'undecided' } } } },
} satisfies Prisma.ArticleSelect

const summary = {
  ...card,
  activity: { select: { changedAt: true } },
  revisions: { select: { words: true }, orderBy: { number: 'desc' }, take: 1 },
  _count: { select: { ...card._count.select, corrections: true } },
} satisfies Prisma.ArticleSelect

function cardOf({
  signOffs,
  _count,
  ...article
}: Prisma.ArticleGetPayload<{ select: typeof card }>) {
  const standing = signOffs.find(({ end }) => end === null)
  const ended = signOffs[0]?.end?.kind
  return {
    ...withPeople(article),
    /** Published before its check was done, and not signed off in full since. */
    isEmergency: standing?.emergency === true,
    /** Whether what was signed last holds no more, because its text or what it rested on changed. */
    signatureFell: !standing && (ended === 'superseded' || ended === 'fallen'),
    /** Suggestions that no editor decided. */
    undecided: _count.suggestions,
  }
}

export type ArticleCard = ReturnType<typeof cardOf>

function summaryOf({
  activity,
  revisions,
  ...row
}: Prisma.ArticleGetPayload<{ select: typeof summary }>) {
  return {
    ...cardOf(row),
    /** When something last happened in it. */
    changedAt: activity?.changedAt ?? row.createdAt,
    words: revisions[0]?.words ?? 0,
    corrections: row._count.corrections,
  }
}

type ArticleSummary = ReturnType<typeof summaryOf>
