import type { Actor } from '@/lib/domain/policy'
import { db } from '../client'
import type { Prisma } from '../generated/client'
import { seenBy, withPeople } from '../visibility'
import { facts } from './articles'

/** What lists say of these articles, as far as the actor sees them, by id. */
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

const summary = {
  ...facts,
  activity: { select: { changedAt: true } },
  revisions: { select: { words: true }, orderBy: { number: 'desc' }, take: 1 },
  signOffs: {
    select: { emergency: true, end: { select: { kind: true } } },
    orderBy: { signedAt: 'desc' },
  },
  _count: { select: { corrections: true, suggestions: { where: { state: 'undecided' } } } },
} satisfies Prisma.ArticleSelect

function summaryOf(row: Prisma.ArticleGetPayload<{ select: typeof summary }>) {
  const { activity, revisions, signOffs, _count, ...article } = row
  const standing = signOffs.find(({ end }) => end === null)
  const ended = signOffs[0]?.end?.kind
  return {
    ...withPeople(article),
    /** When something last happened in it. */
    changedAt: activity?.changedAt ?? article.createdAt,
    words: revisions[0]?.words ?? 0,
    /** Published before its check was done, and not signed off in full since. */
    isEmergency: standing?.emergency === true,
    /** Whether what was signed last holds no more, because its text or what it rested on changed. */
    signatureFell: !standing && (ended === 'superseded' || ended === 'fallen'),
    corrections: _count.corrections,
    /** Suggestions that no editor decided. */
    undecided: _count.suggestions,
  }
}

export type ArticleSummary = ReturnType<typeof summaryOf>
